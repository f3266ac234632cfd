package org.aeoreach.enterprise.journey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.grade.CreditGrade;
import org.aeoreach.enterprise.grade.Grades;
import org.aeoreach.enterprise.registry.Facts;
import org.aeoreach.enterprise.registry.FactsView;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Versions;
import org.aeoreach.web.upload.Received;
import org.jspecify.annotations.Nullable;

/** Records the next step of an enterprise, or takes back the last one. */
@ApplicationScoped
public class TakeStep {

    @Inject
    private Bound bound;

    @Inject
    private Facts facts;

    @Inject
    private Journeys journeys;

    @Inject
    private Grades grades;

    @Inject
    private StepFiles files;

    @Inject
    private AuditTrail audit;

    @Inject
    private Messages messages;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /**
     * A step.
     *
     * @param happenedOn when it happened: not before the step it follows, at the latest today
     * @param grade the grade the step gives; needed when the step grants the status or takes it away
     */
    public record Step(
            @NotNull JourneyStep step,
            @NotNull LocalDate happenedOn,
            @Nullable CreditGrade grade,
            @Nullable @Size(max = 2000) String note) {}

    /** Why a step was recorded by mistake. */
    public record Retraction(@NotBlank @Size(max = 300) String reason) {}

    /** @throws Problem 412 when somebody changed the enterprise since that version, 400 at the field at fault */
    @Transactional
    public FactsView take(long id, long version, Step step, List<Received> received) {
        FactsView before = facts.locked(id);
        Versions.check(version, before.version());
        check(before, step);
        giveGrade(before, step);
        Viewer me = viewer.require();
        Number entry = (Number) bound.query(
                        "insert into journey_entry (enterprise_id, unit_id, org_path, step, from_step, from_since,"
                                + " happened_on, note, unit_then, account_id) select id, unit_id, org_path, ?, journey_step,"
                                + " journey_since, ?, ?, ?, ? from enterprise where id = ? returning id",
                        step.step(),
                        step.happenedOn(),
                        step.note(),
                        me.unitId(),
                        me.accountId(),
                        id)
                .getSingleResult();
        for (Received file : received) {
            files.keep(entry.longValue(), file);
        }
        stand(id, step.step().name(), step.happenedOn());
        record(
                "enterprise.take-step",
                before,
                Changes.none()
                        .with(
                                "step",
                                before.standing().journeyStep(),
                                step.step().name())
                        .with("happenedOn", step.happenedOn())
                        .with("files", received.isEmpty() ? null : received.size())
                        .with("note", step.note()));
        return facts.get(id);
    }

    private void check(FactsView before, Step step) {
        String now = before.standing().journeyStep();
        List<JourneyStep> next = journeys.next(now);
        if (!next.contains(step.step())) {
            throw Problem.invalid(
                    "step",
                    "enterprise.invalid.step",
                    name(now),
                    name(step.step().name()),
                    names(next));
        }
        if (step.happenedOn().isAfter(Time.today(clock))) {
            throw Problem.invalid("happenedOn", "enterprise.invalid.in-future");
        }
        LocalDate since = before.standing().journeySince();
        if (since != null && step.happenedOn().isBefore(since)) {
            throw Problem.invalid("happenedOn", "enterprise.invalid.before-step", since.toString());
        }
    }

    /** The status and the grade must not contradict each other. */
    private void giveGrade(FactsView before, Step step) {
        String now = before.standing().grade();
        boolean changes = step.grade() != null && !step.grade().name().equals(now);
        CreditGrade after = changes ? step.grade() : now == null ? null : CreditGrade.valueOf(now);
        boolean aeo = after != null && after.aeo();
        if (step.step().needsAeo() && !aeo) {
            throw Problem.invalid(
                    "grade",
                    "enterprise.invalid.step-needs-aeo",
                    name(step.step().name()));
        }
        boolean hadStatus = JourneyStep.valueOf(before.standing().journeyStep()).needsAeo();
        boolean ends = step.step() == JourneyStep.DOWNGRADED || (step.step() == JourneyStep.WITHDRAWN && hadStatus);
        if (ends && aeo) {
            throw Problem.invalid(
                    "grade",
                    "enterprise.invalid.step-ends-aeo",
                    name(step.step().name()));
        }
        if (changes) {
            String ground = messages.text(Language.ZH, "enterprise.step." + step.step());
            grades.give(
                    before, new Grades.GradeChange(Objects.requireNonNull(step.grade()), step.happenedOn(), ground));
        }
    }

    /**
     * The last step was a mistake: the enterprise stands where it stood before. A grade the step gave stays, it is put
     * right where grades are.
     */
    @Transactional
    public FactsView retract(long entry, long version, Retraction retraction) {
        long id = journeys.enterpriseOf(entry);
        FactsView before = facts.locked(id);
        Versions.check(version, before.version());
        Rows.Row last = Rows.one(
                        bound.query(
                                "select id, from_step, from_since from journey_entry where enterprise_id = ?"
                                        + " and retracted_at is null order by happened_on desc, id desc limit 1",
                                id),
                        row -> row)
                .orElseThrow(Problem::notFound);
        if (last.id(0) != entry) {
            throw new Problem(409, "enterprise.problem.not-last-step");
        }
        bound.query(
                        "update journey_entry set retracted_at = now(), retracted_by = ?, retract_note = ? where id = ?",
                        viewer.require().accountId(),
                        retraction.reason(),
                        entry)
                .executeUpdate();
        stand(id, last.text(1), last.dateOrNull(2));
        record(
                "enterprise.retract-step",
                before,
                Changes.none()
                        .with("step", before.standing().journeyStep(), last.text(1))
                        .with("reason", retraction.reason()));
        return facts.get(id);
    }

    private void stand(long id, String step, @Nullable LocalDate since) {
        bound.query(
                        "update enterprise set journey_step = ?, journey_since = cast(? as date), changed_at = now(),"
                                + " version = version + 1 where id = ?",
                        step,
                        since == null ? null : since.toString(),
                        id)
                .executeUpdate();
    }

    private String name(String step) {
        return messages.text(RequestContext.current().language(), "enterprise.step." + step);
    }

    private String names(List<JourneyStep> steps) {
        return steps.stream()
                .map(step -> name(step.name()))
                .collect(Collectors.joining(RequestContext.current().language() == Language.ZH ? "、" : ", "));
    }

    private void record(String action, FactsView enterprise, Changes changes) {
        audit.record(
                action,
                new AuditTrail.Subject(
                        "enterprise", enterprise.id(), enterprise.enterprise().orgPath()),
                changes);
    }
}
