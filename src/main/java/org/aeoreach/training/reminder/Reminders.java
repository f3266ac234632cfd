package org.aeoreach.training.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.session.TrainingReader;
import org.aeoreach.training.session.TrainingView;

/** Which reminders a session has. */
@ApplicationScoped
public class Reminders {

    private static final String DAYS =
            "select array_to_string(s.reminders, ',') from training_session s where s.id = ?1";
    private static final String SENT = "select days, people, last_at from training_reminded(?1)";
    private static final String SET =
            "update training_session set reminders = cast(string_to_array(?2, ',') as int[]) where id = ?1";

    @Inject
    private Bound bound;

    @Inject
    private TrainingReader trainings;

    @Inject
    private AuditTrail audit;

    /** @throws Problem 404 as for the session */
    @Transactional
    public ReminderSheet of(long session) {
        trainings.get(session);
        String days = Rows.one(bound.query(DAYS, session), row -> row.text(0)).orElse("");
        return new ReminderSheet(
                days.isEmpty()
                        ? List.of()
                        : Arrays.stream(days.split(","))
                                .map(Integer::valueOf)
                                .sorted(Comparator.reverseOrder())
                                .toList(),
                Rows.list(
                        bound.query(SENT, session),
                        row -> new ReminderSheet.Sent((int) row.id(0), row.id(1), row.instant(2))));
    }

    /** @throws Problem 400 at {@code days}, 404 when the session is not the viewer's to change */
    @Transactional
    public ReminderSheet set(long session, ReminderSettings wanted) {
        TrainingView seen = trainings.own(session);
        if (!ReminderSettings.OFFERED.containsAll(wanted.days())) {
            throw Problem.invalid("days", "web.invalid.choice");
        }
        List<Integer> before = of(session).days();
        String days = wanted.days().stream().map(String::valueOf).collect(Collectors.joining(","));
        bound.query(SET, session, days).executeUpdate();
        ReminderSheet now = of(session);
        audit.record(
                "training.remind",
                new AuditTrail.Subject("training_session", seen.id(), seen.orgPath()),
                Changes.none()
                        .with("number", seen.number())
                        .with("reminders", before.toString(), now.days().toString()));
        return now;
    }
}
