package org.aeoreach.training.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Positive;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.job.Jobs;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.session.TrainingReader;
import org.aeoreach.training.session.TrainingView;
import org.jspecify.annotations.Nullable;

/**
 * Says of which enterprise somebody is who registered by his address alone or came unannounced, before attendance is
 * closed and after; then the contacts are put right.
 */
@ApplicationScoped
public class Employers {

    private static final String SAY =
            "select training_whose(cast(?1 as bigint), cast(?2 as bigint), cast(?3 as bigint), ?4)";
    private static final String HELD =
            "select id from training_session where status = 'HELD' and (id = ?1 or parent_id = ?1) order by id";

    @Inject
    private Bound bound;

    @Inject
    private TrainingReader trainings;

    @Inject
    private Jobs jobs;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** @param enterprise its number; null: none that is known */
    public record Said(@Nullable @Positive Long enterprise) {}

    /** @throws Problem 404 when he comes to no session of the viewer's */
    @Transactional
    public Whom registered(long registration) {
        return own(
                Rows.one(bound.query(Whom.REGISTERED, registration), Whom::of).orElseThrow(Problem::notFound));
    }

    /** @throws Problem 404 when he came to no session of the viewer's */
    @Transactional
    public Whom attended(long attendance) {
        return own(Rows.one(bound.query(Whom.ATTENDED, attendance), Whom::of).orElseThrow(Problem::notFound));
    }

    private Whom own(Whom whom) {
        trainings.own(whom.session());
        return whom;
    }

    /**
     * Says it.
     *
     * @param enterprise one of the viewer's range; null: of none that is known
     * @throws Problem 404 when he comes to no session of the viewer's, 400 when there is no such enterprise, 409 when he is
     *     of one of another unit, the session is for officers, or no seat is left for him
     */
    @Transactional
    public Whom say(Whom whom, @Nullable Long enterprise) {
        String outcome = Rows.one(
                        bound.query(
                                SAY,
                                whom.registration(),
                                whom.attendance(),
                                enterprise,
                                clock.instant().atOffset(ZoneOffset.UTC)),
                        row -> row.text(0))
                .orElseThrow();
        switch (outcome) {
            case "NONE" -> throw Problem.invalid("enterpriseText", "component.invalid.no-enterprise");
            case "ELSEWHERE" -> throw new Problem(409, "attendance.problem.elsewhere");
            case "OFFICERS" -> throw new Problem(409, "planning.problem.for-officers");
            case "FULL" -> throw new Problem(409, "attendance.problem.no-seat");
            default -> {}
        }
        return recorded(whom);
    }

    private Whom recorded(Whom before) {
        TrainingView training = trainings.get(before.session());
        Rows.list(bound.query(HELD, training.id()), row -> row.id(0))
                .forEach(session -> jobs.start(NoteAttendance.NAME, NoteAttendance.of(session)));
        Whom now = before.registration() == null
                ? attended(Objects.requireNonNull(before.attendance()))
                : registered(before.registration());
        AuditTrail.Subject subject = now.registration() == null
                ? new AuditTrail.Subject("training_session", now.session(), training.orgPath())
                : new AuditTrail.Subject("training_registration", now.registration(), training.orgPath());
        audit.record(
                "training.whose",
                subject,
                Changes.none().with("name", now.name()).with("enterpriseId", before.enterprise(), now.enterprise()));
        return now;
    }
}
