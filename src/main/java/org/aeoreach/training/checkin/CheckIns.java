package org.aeoreach.training.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.training.session.TrainingReader;
import org.aeoreach.training.session.TrainingView;

/** Checks people in and out. */
@ApplicationScoped
public class CheckIns {

    private static final String TAKE = "select mark::text, outcome, registration, attendance, name, since, again"
            + " from training_check_ins(?1, cast(?2 as jsonb), ?3)";
    private static final String ATTENDANCE =
            "select a.session_id, a.session_path, a.name from training_attendance a where a.id = ?1";

    @Inject
    private Bound bound;

    @Inject
    private Hall hall;

    @Inject
    private TrainingReader trainings;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    private record Met(long session, String path, String name) {}

    /**
     * Does what devices tell, each thing once however often it arrives, and the first arrival of each person counts.
     *
     * @throws Problem 404 when the session is not the viewer's to hold
     */
    @Transactional
    public CheckInAnswer take(long session, List<CheckIn> items) {
        TrainingView training = trainings.own(session);
        JsonArrayBuilder all = JsonText.JSON.createArrayBuilder();
        items.forEach(item -> {
            if (item.mail() != null && !item.mail().isBlank()) {
                MailAddress.of("mail", item.mail().strip());
            }
            all.add(item.json());
        });
        List<CheckedIn> results = Rows.list(
                bound.query(
                        TAKE, session, all.build().toString(), clock.instant().atOffset(ZoneOffset.UTC)),
                CheckedIn::of);
        Changes changes = Changes.none()
                .with("number", training.number())
                .with("sent", results.size())
                .with("came", count(results, CheckInOutcome.IN))
                .with("went", count(results, CheckInOutcome.OUT));
        long others = items.stream()
                .filter(item -> item.enteredBy() != null
                        && item.enteredBy() != viewer.require().accountId())
                .count();
        audit.record(
                "training.check-in",
                new AuditTrail.Subject("training_session", session, training.orgPath()),
                others == 0 ? changes : changes.with("others", others));
        return new CheckInAnswer(results, hall.count(session));
    }

    private static int count(List<CheckedIn> results, CheckInOutcome outcome) {
        return (int) results.stream()
                .filter(each -> each.outcome() == outcome && !each.again())
                .count();
    }

    /**
     * Takes a wrong one back.
     *
     * @throws Problem 404 when there is none of the viewer's, 409 when attendance is closed
     */
    @Transactional
    public long undo(long attendance) {
        Met met = Rows.one(bound.query(ATTENDANCE, attendance), row -> new Met(row.id(0), row.text(1), row.text(2)))
                .orElseThrow(Problem::notFound);
        trainings.own(met.session());
        boolean undone = Rows.one(bound.query("select training_check_in_undone(?1)", attendance), row -> row.flag(0))
                .orElseThrow();
        if (!undone) {
            throw new Problem(409, "checkin.problem.closed");
        }
        audit.record(
                "training.undo-check-in",
                new AuditTrail.Subject("training_session", met.session(), met.path()),
                Changes.none().with("name", met.name(), null));
        return met.session();
    }
}
