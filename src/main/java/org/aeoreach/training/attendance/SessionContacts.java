package org.aeoreach.training.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.aeoreach.outreach.Channel;
import org.aeoreach.outreach.Contact;
import org.aeoreach.outreach.Direction;
import org.aeoreach.outreach.Strength;
import org.aeoreach.outreach.SubjectKind;
import org.aeoreach.outreach.Topic;
import org.aeoreach.outreach.TouchpointWriter;
import org.aeoreach.outreach.correction.Corrections;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.training.session.TrainingKind;
import org.jspecify.annotations.Nullable;

/**
 * The contacts of a session in the ledger: one for each enterprise of which somebody was there, wherever it is registered.
 * What the ledger says already is put right where it is wrong, so that this may run any number of times.
 */
@ApplicationScoped
class SessionContacts {

    private static final int CHUNK = 25;
    private static final int PEOPLE = 480;
    private static final String SOURCE = "training";

    private static final String HELD = "select s.number, coalesce(c.title_zh, s.title_zh), s.kind, s.starts_at,"
            + " s.place_zh is null and s.room_id is null and s.link is not null from training_session s"
            + " left join training_course c on c.id = s.course_id where s.id = ?1 and s.status = 'HELD' for update of s";
    private static final String WRONG =
            "select enterprise, persons, names, touchpoint, version, here from training_contacts_wrong(?1, ?2)";

    @Inject
    private Bound bound;

    @Inject
    private TouchpointWriter writer;

    @Inject
    private Corrections corrections;

    @Inject
    private Messages messages;

    private record Session(String number, String title, TrainingKind kind, Instant startsAt, boolean online) {}

    /** @param persons null when nobody of it was there */
    private record Wrong(
            long enterprise,
            @Nullable String persons,
            @Nullable String names,
            @Nullable Long touchpoint,
            @Nullable Long version,
            boolean here) {

        String digest() {
            return persons == null ? "" : persons + "|" + names;
        }
    }

    /** Puts some of them right. @return how many; 0: all are right, or attendance is open */
    @Transactional
    public int some(long id) {
        Optional<Session> session = Rows.one(
                bound.query(HELD, id),
                row -> new Session(
                        row.text(0), row.text(1), TrainingKind.valueOf(row.text(2)), row.instant(3), row.flag(4)));
        if (session.isEmpty()) {
            return 0;
        }
        List<Wrong> wrong = Rows.list(
                bound.query(WRONG, id, CHUNK),
                row -> new Wrong(
                        row.id(0),
                        row.textOrNull(1),
                        row.textOrNull(2),
                        row.idOrNull(3),
                        row.idOrNull(4),
                        row.flag(5)));
        wrong.forEach(each -> right(id, session.get(), each));
        return wrong.size();
    }

    private void right(long id, Session session, Wrong wrong) {
        if (wrong.touchpoint() == null || wrong.version() == null) {
            Contact contact = contact(session, wrong);
            long made = wrong.here() ? writer.insert(contact, SOURCE) : writer.insertAlone(contact, SOURCE);
            bound.query(
                            "insert into training_contact (touchpoint_id, session_id, session_path, digest)"
                                    + " select ?1, s.id, s.org_path, ?3 from training_session s where s.id = ?2",
                            made,
                            id,
                            wrong.digest())
                    .executeUpdate();
            met(id, made, wrong);
            return;
        }
        if (wrong.persons() != null) {
            corrections.correct(
                    wrong.touchpoint(),
                    wrong.version(),
                    new Corrections.Correction(contact(session, wrong), reason(session)));
            met(id, wrong.touchpoint(), wrong);
        } else if (corrections.relying(wrong.touchpoint()).isEmpty()) {
            corrections.withdraw(wrong.touchpoint(), wrong.version(), new Corrections.Reason(reason(session)));
        }
        bound.query(
                        "update training_contact set digest = ?2 where touchpoint_id = ?1",
                        wrong.touchpoint(),
                        wrong.digest())
                .executeUpdate();
    }

    /** Whose enterprise is another unit's is met by what attendance says, without the viewer seeing a row of it. */
    private void met(long id, long touchpoint, Wrong wrong) {
        if (!wrong.here()) {
            bound.query("select 1 from training_contact_met(?1, ?2, ?3)", touchpoint, id, wrong.enterprise())
                    .getSingleResult();
        }
    }

    private String reason(Session session) {
        return messages.text(Language.ZH, "attendance.corrected", session.number());
    }

    private static Contact contact(Session session, Wrong wrong) {
        ZonedDateTime at = session.startsAt().atZone(Time.ZONE).truncatedTo(ChronoUnit.MINUTES);
        String persons = wrong.persons() == null || !wrong.here() ? "" : wrong.persons();
        String names = wrong.names() == null ? "" : wrong.names();
        return new Contact(
                at.toLocalDate(),
                at.toLocalTime(),
                channel(session),
                Direction.OUT,
                session.kind() == TrainingKind.ONE_TO_ONE ? Strength.ONE_TO_ONE : Strength.ATTENDED,
                wrong.here() ? Set.of(wrong.enterprise()) : Set.of(),
                Set.of(),
                Set.of(),
                Arrays.stream(persons.split(","))
                        .filter(each -> !each.isEmpty())
                        .map(Long::valueOf)
                        .collect(Collectors.toSet()),
                names.isEmpty() ? null : names.length() > PEOPLE ? names.substring(0, PEOPLE) + "…" : names,
                List.of(Topic.words(SubjectKind.OTHER, session.title())),
                session.number() + " " + session.title(),
                null,
                null,
                true,
                true,
                List.of());
    }

    private static Channel channel(Session session) {
        return switch (session.kind()) {
            case ONE_TO_ONE -> Channel.ONE_TO_ONE_TRAINING;
            case WEBINAR -> Channel.ONLINE_SESSION;
            case CONFERENCE -> Channel.CONFERENCE;
            case CLASS, MOCK_VALIDATION, OBSERVATION ->
                session.online() ? Channel.ONLINE_SESSION : Channel.TRAINING_BASE;
        };
    }
}
