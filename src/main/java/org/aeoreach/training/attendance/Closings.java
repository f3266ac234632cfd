package org.aeoreach.training.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.job.Jobs;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.training.session.TrainingReader;
import org.aeoreach.training.session.TrainingStatus;
import org.aeoreach.training.session.TrainingView;
import org.aeoreach.web.Versions;

/** Closes attendance of sessions, and opens it again for what comes late. */
@ApplicationScoped
public class Closings {

    private static final String CLOSE =
            "update training_session set status = 'HELD', closed_at = now(), closed_by = ?2,"
                    + " changed_at = now(), version = version + 1 where id = ?1";
    private static final String REOPEN = "update training_session set status = 'PUBLISHED', changed_at = now(),"
            + " version = version + 1 where id = ?1";

    @Inject
    private Bound bound;

    @Inject
    private TrainingReader trainings;

    @Inject
    private Rosters rosters;

    @Inject
    private Jobs jobs;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /**
     * It took place: whoever is not there now was absent, and contacts are written for those who were.
     *
     * @throws Problem 404 when it is not the viewer's to hold, 409 when it is not over yet or closed already, 412 when it
     *     has changed since
     */
    @Transactional
    public TrainingView close(long id, long version) {
        TrainingView before = held(id, version);
        if (before.status() != TrainingStatus.PUBLISHED) {
            throw new Problem(409, "attendance.problem.closed");
        }
        if (before.endsAt().isAfter(clock.instant())) {
            throw new Problem(409, "attendance.problem.not-over");
        }
        bound.query(CLOSE, id, viewer.require().accountId()).executeUpdate();
        jobs.start(NoteAttendance.NAME, NoteAttendance.of(id));
        return recorded("training.close", id);
    }

    /** For corrections; the contacts stay as they are until it is closed again. @throws Problem as {@link #close} */
    @Transactional
    public TrainingView reopen(long id, long version) {
        TrainingView before = held(id, version);
        if (before.status() != TrainingStatus.HELD) {
            throw new Problem(409, "attendance.problem.open");
        }
        bound.query(REOPEN, id).executeUpdate();
        return recorded("training.reopen", id);
    }

    /** As it is, with everybody else held off its seats until the end of the transaction. */
    private TrainingView held(long id, long version) {
        trainings.own(id);
        bound.query("select 1 from training_hold(?1)", id).getSingleResult();
        TrainingView held = trainings.get(id);
        Versions.check(version, held.version());
        return held;
    }

    private TrainingView recorded(String action, long id) {
        TrainingView now = trainings.get(id);
        RosterFigures figures = rosters.figures(id);
        audit.record(
                action,
                new AuditTrail.Subject("training_session", id, now.orgPath()),
                Changes.none()
                        .with("number", now.number())
                        .with("present", figures.present())
                        .with("missing", figures.absent())
                        .with("walkIns", figures.walkIns()));
        return now;
    }
}
