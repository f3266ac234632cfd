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
 * The contacts of a session in the ledger: one for each enterprise of which somebody was there, as far as the viewer may
 * write about it. What the ledger says already is put right where it is wrong, so that this may run any number of times.
 */
@ApplicationScoped
class SessionContacts {

    private static final int CHUNK = 25;
    private static final int PEOPLE = 480;

    private static final String HELD = "select s.number, coalesce(c.title_zh, s.title_zh), s.kind, s.starts_at,"
            + " s.place_zh is null and s.room_id is null and s.link is not null from training_session s"
            + " left join training_course c on c.id = s.course_id where s.id = ?1 and s.status = 'HELD' for update of s";
    private static final String WRITABLE =
            "e.merged_into is null and e.org_path >= nullif(current_setting('app.write_lo',"
                    + " true), '') and e.org_path < current_setting('app.write_hi', true)";
    // A contact somebody above has noted is his to put right. One whose enterprise went elsewhere stays.
    private static final String WRONG = "with wanted as (select e.id as enterprise_id,"
            + " coalesce(string_agg(c.id::text, ',' order by c.id), '') as persons,"
            + " coalesce(string_agg(a.name, '、' order by a.name, a.id) filter (where c.id is null), '') as names"
            + " from training_attendance a join enterprise e on e.id = a.enterprise_id and " + WRITABLE
            + " left join contact_person c on c.id = a.person_id and c.enterprise_id = e.id and c.erased_at is null"
            + " where a.session_id = ?1 and a.counts group by e.id),"
            + " noted as (select k.touchpoint_id, p.enterprise_id, k.digest, t.version, coalesce(t.org_path >="
            + " nullif(current_setting('app.write_lo', true), '') and t.org_path < current_setting('app.write_hi', true),"
            + " false) as mine from training_contact k join touchpoint_party p on p.touchpoint_id = k.touchpoint_id"
            + " and p.withdrawn_at is null join enterprise e on e.id = p.enterprise_id and " + WRITABLE
            + " left join touchpoint t on t.id = k.touchpoint_id where k.session_id = ?1 and t.withdrawn_at is null)"
            + " select coalesce(w.enterprise_id, n.enterprise_id), w.persons, w.names, n.touchpoint_id, n.version"
            + " from wanted w full join noted n on n.enterprise_id = w.enterprise_id"
            + " where coalesce(n.mine, true) and coalesce(n.digest, '-') <> case when w.enterprise_id is null then ''"
            + " else w.persons || '|' || w.names end order by 1 limit ?2";

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
            @Nullable Long version) {

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
                row -> new Wrong(row.id(0), row.textOrNull(1), row.textOrNull(2), row.idOrNull(3), row.idOrNull(4)));
        wrong.forEach(each -> right(id, session.get(), each));
        return wrong.size();
    }

    private void right(long id, Session session, Wrong wrong) {
        if (wrong.touchpoint() == null || wrong.version() == null) {
            long made = writer.insert(contact(session, wrong), "training");
            bound.query(
                            "insert into training_contact (touchpoint_id, session_id, session_path, digest)"
                                    + " select ?1, s.id, s.org_path, ?3 from training_session s where s.id = ?2",
                            made,
                            id,
                            wrong.digest())
                    .executeUpdate();
            return;
        }
        if (wrong.persons() != null) {
            corrections.correct(
                    wrong.touchpoint(),
                    wrong.version(),
                    new Corrections.Correction(contact(session, wrong), reason(session)));
        } else if (corrections.relying(wrong.touchpoint()).isEmpty()) {
            corrections.withdraw(wrong.touchpoint(), wrong.version(), new Corrections.Reason(reason(session)));
        }
        bound.query(
                        "update training_contact set digest = ?2 where touchpoint_id = ?1",
                        wrong.touchpoint(),
                        wrong.digest())
                .executeUpdate();
    }

    private String reason(Session session) {
        return messages.text(Language.ZH, "attendance.corrected", session.number());
    }

    private static Contact contact(Session session, Wrong wrong) {
        ZonedDateTime at = session.startsAt().atZone(Time.ZONE).truncatedTo(ChronoUnit.MINUTES);
        String persons = wrong.persons() == null ? "" : wrong.persons();
        String names = wrong.names() == null ? "" : wrong.names();
        return new Contact(
                at.toLocalDate(),
                at.toLocalTime(),
                channel(session),
                Direction.OUT,
                session.kind() == TrainingKind.ONE_TO_ONE ? Strength.ONE_TO_ONE : Strength.ATTENDED,
                Set.of(wrong.enterprise()),
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
