package org.aeoreach.training.after;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.registration.AttendeeKey;
import org.aeoreach.training.session.TrainingView;
import org.aeoreach.web.form.Form;
import org.jspecify.annotations.Nullable;

/** Asks who was registered and did not come why. */
@ApplicationScoped
public class Absences {

    private static final String OWN = "select open, reason, words from training_absence_own(?1, ?2)";
    private static final String COUNTS = "select count(*), count(b.reason),"
            + " (select count(*) from training_registration r where r.session_id = ?1 and r.status = 'REGISTERED' and not"
            + " exists (select from training_attendance a where a.registration_id = r.id))"
            + " from training_absence b where b.session_id = ?1";
    // Of the first who answered, everybody would know who he is.
    private static final String ENOUGH =
            " and ?2 <= (select count(o.reason) from training_absence o where o.session_id = ?1)";
    private static final String REASONS = "select b.reason, count(*) from training_absence b where b.session_id = ?1"
            + " and b.reason is not null" + ENOUGH + " group by b.reason order by 2 desc, 1";
    private static final String WORDS = "select b.words from training_absence b where b.session_id = ?1"
            + " and b.words is not null" + ENOUGH + " order by md5(b.registration_id::text) limit 200";

    @Inject
    private Bound bound;

    @Inject
    private AfterSessions sessions;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** How often a reason was named. */
    public record Reason(AbsenceReason reason, long many) {}

    /**
     * What is known of those who did not come to a session.
     *
     * @param absent how many they are
     * @param asked how many were asked
     * @param answered how many said why
     * @param reasons none as long as fewer than five said one
     * @param words what they wrote, in no order, without names; as the reasons
     */
    public record Picture(long absent, long asked, long answered, List<Reason> reasons, List<String> words) {}

    private record Own(
            boolean open, @Nullable String reason, @Nullable String words) {}

    /** @throws Problem 404 when the viewer does not see it as the organiser or from above */
    @Transactional
    public Picture of(long session) {
        sessions.get(session);
        List<Reason> reasons = Rows.list(
                bound.query(REASONS, session, AfterSessions.FEWEST),
                row -> new Reason(AbsenceReason.valueOf(row.text(0)), row.id(1)));
        List<String> words = Rows.list(bound.query(WORDS, session, AfterSessions.FEWEST), row -> row.text(0));
        return Rows.one(
                        bound.query(COUNTS, session),
                        row -> new Picture(row.id(2), row.id(0), row.id(1), reasons, words))
                .orElseThrow();
    }

    /**
     * Has a letter written to all who were absent and were not asked yet.
     *
     * @return how many
     * @throws Problem 404 when the session is not the viewer's to change, 409 when it was not held
     */
    @Transactional
    public long ask(long session) {
        TrainingView training = sessions.own(session);
        long asked = Rows.one(
                        bound.query("select training_ask_absent(?1, ?2)", session, now()),
                        row -> row.idOrNull(0) == null ? -1L : row.id(0))
                .orElse(-1L);
        if (asked < 0) {
            throw new Problem(409, "after.problem.not-held");
        }
        audit.record(
                "training.ask-absent",
                new AuditTrail.Subject("training_session", session, training.orgPath()),
                Changes.none().with("number", training.number()).with("asked", asked));
        return asked;
    }

    /** The form for him, with what he said before. @throws Problem 404 when he was not asked */
    @Transactional
    Form form(AttendeeKey key) {
        Own own = own(key);
        return AbsenceForm.begun(own.reason(), own.words());
    }

    /** Whether he can say it now, or say something else. */
    @Transactional
    boolean open(AttendeeKey key) {
        return own(key).open();
    }

    private Own own(AttendeeKey key) {
        return find(key).orElseThrow(() -> new Problem(404, "session.problem.link-over"));
    }

    private Optional<Own> find(AttendeeKey key) {
        return Rows.one(
                bound.query(OWN, key.bytes(), now()),
                row -> new Own(row.flag(0), row.textOrNull(1), row.textOrNull(2)));
    }

    /** Whether he was asked and has not said why. */
    @Transactional
    boolean wanted(AttendeeKey key) {
        return find(key).filter(own -> own.open() && own.reason() == null).isPresent();
    }

    /** @throws Problem 404 when he was not asked, 409 when it is too late */
    @Transactional
    void say(GuestVisit visit, AbsenceForm said) {
        own(visit.key());
        String outcome = Rows.one(
                        bound.query(
                                "select training_absence_say(?1, ?2, cast(?3 as text), ?4)",
                                visit.key().bytes(),
                                said.absenceReason(),
                                said.absenceWords(),
                                now()),
                        row -> row.text(0))
                .orElseThrow();
        if (!outcome.equals("KEPT")) {
            throw new Problem(409, "after.problem.absence-closed");
        }
        audit.record(
                "training.say-absence",
                new AuditTrail.Subject(
                        "training_session",
                        visit.guest().session(),
                        visit.guest().sessionPath()),
                Changes.none());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
