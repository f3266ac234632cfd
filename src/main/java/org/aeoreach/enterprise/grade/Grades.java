package org.aeoreach.enterprise.grade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.registry.Facts;
import org.aeoreach.enterprise.registry.FactsView;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** The credit grades of one enterprise, and changing them. */
@ApplicationScoped
public class Grades {

    private static final String PERIODS = "select p.grade, p.f, p.t, p.ground,"
            + " (select string_agg(s.code, ',' order by s.valid_from) from credit_rule_set s"
            + " where s.valid_from <= coalesce(p.t, china_day()) and coalesce(s.valid_to, 'infinity') >= p.f),"
            + " nullif(credit_grade_at(p.grade, coalesce(p.t, china_day())), p.grade) from ("
            + " select grade, grade_since as f, null::date as t, grade_ground as ground from enterprise"
            + " where id = ?1 and grade is not null"
            + " union all select grade, valid_from, valid_to, ground from enterprise_former_grade where enterprise_id = ?1"
            + ") p order by p.f desc";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Bound bound;

    @Inject
    private Facts facts;

    @Inject
    private CreditRules rules;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** A new grade from a day on, at the latest today, and the decision or fact it rests on. */
    public record GradeChange(
            @NotNull CreditGrade grade,
            @NotNull LocalDate from,
            @NotBlank @Size(max = 300) String ground) {}

    /** A grade of before, from a day to a day, both included. */
    public record PastGrade(
            @NotNull CreditGrade grade,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @Nullable @Size(max = 300) String ground) {}

    /** All periods, the present one first. */
    @Transactional
    public List<GradePeriod> of(long enterprise) {
        facts.get(enterprise);
        return Rows.list(
                em.createNativeQuery(PERIODS).setParameter(1, enterprise),
                row -> new GradePeriod(
                        row.text(0),
                        row.date(1),
                        row.dateOrNull(2),
                        row.textOrNull(3),
                        row.textOrNull(4) == null
                                ? List.of()
                                : List.of(row.text(4).split(",")),
                        row.textOrNull(5)));
    }

    /** @throws Problem 412 when somebody changed the enterprise since that version, 400 at the field at fault */
    @Transactional
    public FactsView change(long id, long version, GradeChange change) {
        FactsView before = facts.locked(id);
        Versions.check(version, before.version());
        return give(before, change);
    }

    /** Changes the grade of an enterprise that is locked already, as part of a larger step. */
    @Transactional(Transactional.TxType.MANDATORY)
    public FactsView give(FactsView before, GradeChange change) {
        LocalDate from = change.from();
        check(before, change);
        bound.query(
                        "insert into enterprise_former_grade (enterprise_id, unit_id, org_path, grade, valid_from, valid_to,"
                                + " ground, account_id) select id, unit_id, org_path, grade, grade_since, ?, grade_ground, ?"
                                + " from enterprise where id = ? and grade is not null",
                        from.minusDays(1),
                        viewer.require().accountId(),
                        before.id())
                .executeUpdate();
        bound.query(
                        "update enterprise set grade = ?, grade_since = ?, grade_ground = ?, changed_at = now(),"
                                + " version = version + 1 where id = ?",
                        change.grade(),
                        from,
                        change.ground(),
                        before.id())
                .executeUpdate();
        record(
                "enterprise.change-grade",
                before,
                Changes.none()
                        .with("grade", before.standing().grade(), change.grade().name())
                        .with("validFrom", from)
                        .with("ground", change.ground()));
        return facts.get(before.id());
    }

    private void check(FactsView before, GradeChange change) {
        LocalDate from = change.from();
        if (from.isAfter(Time.today(clock))) {
            throw Problem.invalid("from", "enterprise.invalid.in-future");
        }
        rules.requireKnown(change.grade(), from, "grade");
        rules.requireKnown(change.grade(), Time.today(clock), "grade");
        if (change.grade().name().equals(before.standing().grade())) {
            throw Problem.invalid("grade", "enterprise.invalid.same-grade");
        }
        LocalDate since = before.standing().gradeSince();
        if (since != null && !from.isAfter(since)) {
            throw Problem.invalid("from", "enterprise.invalid.not-after", since.toString());
        }
        requireFree(before.id(), from, Time.today(clock));
    }

    /** Adds what was before; a day has one grade only. */
    @Transactional
    public FactsView addPast(long id, long version, PastGrade past) {
        FactsView before = facts.locked(id);
        Versions.check(version, before.version());
        if (past.to().isBefore(past.from())) {
            throw Problem.invalid("to", "enterprise.invalid.before-beginning");
        }
        rules.requireKnown(past.grade(), past.from(), "grade");
        LocalDate since = before.standing().gradeSince();
        LocalDate limit = since == null ? Time.today(clock) : since;
        if (!past.to().isBefore(limit)) {
            throw Problem.invalid("to", "enterprise.invalid.not-before", limit.toString());
        }
        requireFree(id, past.from(), past.to());
        bound.query(
                        "insert into enterprise_former_grade (enterprise_id, unit_id, org_path, grade, valid_from, valid_to,"
                                + " ground, account_id) select id, unit_id, org_path, ?, ?, ?, ?, ? from enterprise"
                                + " where id = ?",
                        past.grade(),
                        past.from(),
                        past.to(),
                        past.ground(),
                        viewer.require().accountId(),
                        id)
                .executeUpdate();
        bound.query("update enterprise set changed_at = now(), version = version + 1 where id = ?", id)
                .executeUpdate();
        record(
                "enterprise.add-past-grade",
                before,
                Changes.none()
                        .with("grade", past.grade().name())
                        .with("validFrom", past.from())
                        .with("validTo", past.to())
                        .with("ground", past.ground()));
        return facts.get(id);
    }

    private void requireFree(long id, LocalDate from, LocalDate to) {
        List<String> taken = new ArrayList<>(Rows.list(
                bound.query(
                        "select to_char(valid_from, 'YYYY-MM-DD') || ' – ' || to_char(valid_to, 'YYYY-MM-DD')"
                                + " from enterprise_former_grade where enterprise_id = ? and valid_from <= ?"
                                + " and valid_to >= ? order by valid_from limit 1",
                        id,
                        to,
                        from),
                row -> row.text(0)));
        if (!taken.isEmpty()) {
            throw Problem.invalid("from", "enterprise.invalid.grade-overlap", taken.get(0));
        }
    }

    private void record(String action, FactsView enterprise, Changes changes) {
        audit.record(
                action,
                new AuditTrail.Subject(
                        "enterprise", enterprise.id(), enterprise.enterprise().orgPath()),
                changes);
    }
}
