package org.aeoreach.training.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.training.session.TrainingReader;
import org.aeoreach.training.session.TrainingStatus;
import org.aeoreach.training.session.TrainingView;
import org.jspecify.annotations.Nullable;

/** Takes lists of participants, finds out who is on them, and makes attendance of it. */
@ApplicationScoped
public class Presences {

    private static final String LIST = PresenceView.SELECT
            + " where p.session_id = ?1 order by p.found <> 'NAME', p.found <> 'NONE', p.name collate pinyin, p.id";
    private static final String REGISTERED = "select r.id, r.name, r.mail from training_registration r"
            + " where r.session_id = ?1 and r.status <> 'UNCONFIRMED'"
            + " order by r.status in ('REGISTERED', 'OFFERED'), r.status in ('WAITING', 'REQUESTED'), r.id";
    private static final String KEEP = "insert into training_presence (session_id, session_path, name, mail, joined_at,"
            + " left_at, minutes, spans, seconds, registration_id, found, account_id) select s.id, s.org_path, w.name, w.mail, w.joined,"
            + " w.gone, w.minutes, cast(w.spans as tstzmultirange), w.seconds, w.registration, w.found, ?3 from training_session s,"
            + " jsonb_to_recordset(cast(?2 as jsonb)) w (name text, mail text, joined timestamptz, gone timestamptz,"
            + " minutes int, spans text, seconds int, registration bigint, found text) where s.id = ?1";

    @Inject
    private Bound bound;

    @Inject
    private TrainingReader trainings;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** Who is registered, by what he may be found by; a name that two have finds neither. */
    private record Known(Map<String, Long> byMail, Map<String, Long> byName) {}

    /**
     * Puts a list by in the place of the one before, if there was one.
     *
     * @throws Problem 404 when the session is not the viewer's to hold, 409 when attendance is closed or the session has
     *     not begun
     */
    @Transactional
    public List<PresenceView> put(long session, List<PresenceRow> rows) {
        TrainingView training = open(session);
        if (!rows.stream().allMatch(PresenceRow::believable)) {
            throw Problem.invalid("participants", "presence.invalid.moment");
        }
        Known known = known(session);
        List<Participant> people = Participant.of(rows, training.startsAt(), training.endsAt());
        JsonArrayBuilder all = JsonText.JSON.createArrayBuilder();
        people.forEach(each -> all.add(json(each, known)));
        bound.query("delete from training_presence where session_id = ?1", session)
                .executeUpdate();
        bound.query(KEEP, session, all.build().toString(), viewer.require().accountId())
                .executeUpdate();
        record("training.presence-list", training, people.size());
        return of(session);
    }

    private TrainingView open(long session) {
        TrainingView training = trainings.own(session);
        if (training.status() != TrainingStatus.PUBLISHED) {
            throw new Problem(409, "attendance.problem.closed");
        }
        if (training.startsAt().isAfter(clock.instant())) {
            throw new Problem(409, "presence.problem.not-begun");
        }
        return training;
    }

    private Known known(long session) {
        Known known = new Known(new HashMap<>(), new HashMap<>());
        Map<String, Integer> named = new HashMap<>();
        Rows.list(bound.query(REGISTERED, session), row -> row).forEach(row -> {
            known.byMail().put(row.text(2).toLowerCase(Locale.ROOT), row.id(0));
            String name = Participant.same(row.text(1));
            known.byName().put(name, row.id(0));
            named.merge(name, 1, Integer::sum);
        });
        named.forEach((name, many) -> {
            if (many > 1) {
                known.byName().remove(name);
            }
        });
        return known;
    }

    private static JsonObjectBuilder json(Participant who, Known known) {
        JsonObjectBuilder json = JsonText.JSON
                .createObjectBuilder()
                .add("name", who.name())
                .add("minutes", who.minutes())
                .add("spans", spans(who))
                .add("seconds", who.seconds());
        add(json, "mail", who.mail());
        add(json, "joined", who.joined());
        add(json, "gone", who.left());
        Long byMail = who.mail() == null ? null : known.byMail().get(who.mail().toLowerCase(Locale.ROOT));
        Long byName = known.byName().get(Participant.same(who.name()));
        Long registration = byMail == null ? byName : byMail;
        if (registration == null) {
            return json.add("found", PresenceMatch.NONE.name());
        }
        return json.add("registration", registration)
                .add("found", (byMail == null ? PresenceMatch.NAME : PresenceMatch.MAIL).name());
    }

    private static String spans(Participant who) {
        return who.spans().stream()
                .map(span -> "[" + span.from() + "," + span.to() + ")")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static void add(JsonObjectBuilder json, String key, @Nullable Object value) {
        if (value instanceof Instant || value instanceof String) {
            json.add(key, value.toString());
        }
    }

    /** Those on the list that is put by: first whose names are to be confirmed, then the unknown ones. */
    @Transactional
    public List<PresenceView> of(long session) {
        trainings.own(session);
        return Rows.list(bound.query(LIST, session), PresenceView::of);
    }

    /** Makes attendance of the list. @return how many people @throws Problem as {@link #put} */
    @Transactional
    public int take(long session, Decided decided) {
        TrainingView training = open(session);
        long taken = Rows.one(
                        bound.query(
                                "select training_presence_taken(?1, cast(?2 as bigint[]), cast(?3 as bigint[]), ?4)",
                                session,
                                array(decided.confirmed()),
                                array(decided.walkIns()),
                                clock.instant().atOffset(ZoneOffset.UTC)),
                        row -> row.id(0))
                .orElseThrow();
        if (taken < 0) {
            throw new Problem(409, "attendance.problem.closed");
        }
        record("training.presence-take", training, (int) taken);
        return (int) taken;
    }

    private static String array(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private void record(String action, TrainingView training, int people) {
        audit.record(
                action,
                new AuditTrail.Subject("training_session", training.id(), training.orgPath()),
                Changes.none().with("number", training.number()).with("people", people));
    }
}
