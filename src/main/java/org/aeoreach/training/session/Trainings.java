package org.aeoreach.training.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Versions;

/** Plans sessions: writes them, publishes, moves and calls them off. */
@ApplicationScoped
public class Trainings {

    private static final String COLUMNS =
            "kind = ?2, title_zh = ?3, title_en = cast(?4 as text), text_zh = cast(?5 as text),"
                    + " text_en = cast(?6 as text), starts_at = ?7, ends_at = ?8, zone = ?9, place_zh = cast(?10 as text),"
                    + " place_en = cast(?11 as text), link = cast(?12 as text), language = ?13,"
                    + " audience = string_to_array(?14, ','), capacity = cast(?15 as int), per_enterprise = cast(?16 as int),"
                    + " release_on = cast(?17 as date), released = released and coalesce(release_on = cast(?17 as date)"
                    + " or cast(?17 as date) <= cast(now() at time zone cast(?9 as text) as date), false),"
                    + " priority_unreached = ?18, registration_from = cast(?19 as timestamptz),"
                    + " registration_until = cast(?20 as timestamptz), approval = ?21, accept_hours = ?22,"
                    + " campaign_id = cast(?23 as bigint), reason = cast(?24 as text), course_id = cast(?26 as bigint),"
                    + " room_id = cast(?27 as bigint), room_status = case when ?30 then room_status else cast(?28 as text) end,"
                    + " room_reason = case when ?30 then room_reason end, planned_id = cast(?29 as bigint)";
    private static final String ADD =
            "insert into training_session (unit_id, org_path, account_id, kind, title_zh, starts_at,"
                    + " ends_at, template) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) returning id";
    private static final String CHANGE = "update training_session set " + COLUMNS
            + ", sequence = sequence + ?25, changed_at = now(), version = version + 1 where id = ?1";
    private static final String STEP = "update training_session set status = ?2, reason = cast(?3 as text),"
            + " sequence = sequence + ?4, changed_at = now(), version = version + 1 where id = ?1";
    private static final String NO_ROOM =
            "update training_session set room_status = null, room_reason = null where id = ?1";
    private static final String QUOTA = "insert into training_quota (session_id, unit_id, org_path, seats)"
            + " select ?1, id, org_path, ?3 from unit where code = ?2";

    @Inject
    private Bound bound;

    @Inject
    private TrainingReader reader;

    @Inject
    private SessionFacts facts;

    @Inject
    private RoomKeeper rooms;

    @Inject
    private SessionTeachers teachers;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** What is said when a session is called off. */
    public record Off(@NotBlank @Size(max = 1000) String reason) {}

    /** A draft of the viewer's unit. @throws Problem 400 at the field */
    @Transactional
    public TrainingView add(NewTraining wanted) {
        return added(wanted, false);
    }

    /** A pattern of the viewer's unit for sessions to come; it holds no room. @throws Problem 400 at the field */
    @Transactional
    public TrainingView addTemplate(NewTraining wanted) {
        return added(wanted, true);
    }

    private TrainingView added(NewTraining wanted, boolean template) {
        Viewer me = viewer.require();
        facts.check(wanted);
        long id = Rows.one(
                        bound.query(
                                ADD,
                                me.unitId(),
                                me.orgPath(),
                                me.accountId(),
                                wanted.kind(),
                                facts.title(wanted, null).zh(),
                                SessionFacts.at(wanted, wanted.startsAt()),
                                SessionFacts.at(wanted, wanted.endsAt()),
                                template),
                        row -> row.id(0))
                .orElseThrow();
        write(reader.get(id), wanted);
        return recorded(template ? "training.keep-template" : "training.add", id);
    }

    /**
     * Writes it anew. Where it is out already and its time or place changes, everybody who is in or waits is told.
     *
     * @throws Problem 400 at the field, 404 when it is not of the viewer's unit or below, 409 when it is over or off, 412
     *     when it has changed since
     */
    @Transactional
    public TrainingView change(long id, long version, NewTraining wanted) {
        TrainingView before = own(id, version);
        if (before.status() != TrainingStatus.DRAFT && before.status() != TrainingStatus.PUBLISHED) {
            throw new Problem(409, "session.problem.over");
        }
        if (over(before) && SessionFacts.span(wanted).until().isAfter(clock.instant())) {
            throw new Problem(409, "session.problem.over");
        }
        facts.check(wanted);
        facts.checkKind(before, wanted);
        boolean moved = write(before, wanted);
        followed(before);
        if (moved) {
            tellAll(id, "MOVED");
        }
        return recorded(moved ? "training.move" : "training.change", id);
    }

    /** The parts of a conference go with it; each letter takes one entry of a calendar along, so each part has its own. */
    private void followed(TrainingView before) {
        TrainingView now = reader.get(before.id());
        if (!now.startsAt().equals(before.startsAt()) || !now.zone().equals(before.zone())) {
            Rows.list(
                            bound.query(
                                    "select p from training_parts_moved(?1, ?2, ?3, ?4) p",
                                    before.id(),
                                    before.startsAt().atOffset(ZoneOffset.UTC),
                                    before.zone(),
                                    now()),
                            row -> row.id(0))
                    .forEach(part -> tellAll(part, "MOVED"));
        }
    }

    /** It took place, though nobody has closed its attendance yet, or somebody opened it again. */
    private boolean over(TrainingView seen) {
        return seen.status() == TrainingStatus.PUBLISHED && !seen.endsAt().isAfter(clock.instant());
    }

    private boolean moved(TrainingView before, NewTraining wanted, RoomKeeper.Held held) {
        return before.status() == TrainingStatus.PUBLISHED
                && !over(before)
                && !(SessionFacts.span(wanted).equals(RoomKeeper.Span.of(before))
                        && Objects.equals(held.placeZh(), before.placeZh())
                        && Objects.equals(held.placeEn(), before.placeEn())
                        && Objects.equals(held.link(), before.link()));
    }

    /** Has everybody see it and register. @throws Problem as {@link #change}; 409 when it has begun, waits for its room or for its conference */
    @Transactional
    public TrainingView publish(long id, long version) {
        TrainingView before = own(id, version);
        if (before.status() != TrainingStatus.DRAFT) {
            throw new Problem(409, "session.problem.over");
        }
        if (!before.startsAt().isAfter(clock.instant())) {
            throw new Problem(409, "session.problem.begun");
        }
        requireRoom(before);
        requireEvent(before);
        bound.query(STEP, id, TrainingStatus.PUBLISHED, null, 0).executeUpdate();
        settle(id);
        return recorded("training.publish", id);
    }

    /** A part goes out with its conference, or after it. */
    private void requireEvent(TrainingView before) {
        if (before.conference() != null && reader.get(before.conference()).status() != TrainingStatus.PUBLISHED) {
            throw new Problem(409, "session.problem.event-not-out");
        }
    }

    private static void requireRoom(TrainingView before) {
        if (before.template()) {
            throw new Problem(409, "planning.problem.template");
        }
        if (before.room() != null && before.room().refused()) {
            throw new Problem(409, "planning.problem.room-refused");
        }
        if (before.room() != null && before.room().asked()) {
            throw new Problem(409, "planning.problem.room-asked");
        }
    }

    /** Calls it off; everybody who is in or waits is told why. @throws Problem as {@link #change} */
    @Transactional
    public TrainingView callOff(long id, long version, Off off) {
        TrainingView before = own(id, version);
        if (before.template()) {
            throw new Problem(409, "planning.problem.template");
        }
        if (over(before) || before.status() != TrainingStatus.PUBLISHED && before.status() != TrainingStatus.DRAFT) {
            throw new Problem(409, "session.problem.over");
        }
        rooms.giveBack(before);
        bound.query(NO_ROOM, id).executeUpdate();
        bound.query(STEP, id, TrainingStatus.CANCELLED, off.reason().strip(), 1).executeUpdate();
        tellAll(id, "CALLED_OFF");
        return recorded("training.call-off", id);
    }

    /** Takes a template away. @throws Problem 404 when there is none of the viewer's unit or below, 409 when it is none */
    @Transactional
    public void dropTemplate(long id) {
        TrainingView seen = reader.own(id);
        if (!seen.template()) {
            throw new Problem(409, "planning.problem.no-template");
        }
        bound.query("select training_template_dropped(?1)", id).getSingleResult();
        audit.record(
                "training.drop-template",
                new AuditTrail.Subject("training_session", id, seen.orgPath()),
                Changes.none().with("number", seen.number()).with("titleZh", seen.titleZh()));
    }

    /** From here to the end of the transaction nobody registers or gives up. */
    private TrainingView own(long id, long version) {
        TrainingView seen = reader.get(id);
        if (!seen.own()) {
            throw Problem.notFound();
        }
        bound.query("select 1 from training_hold(?1)", id).getSingleResult();
        TrainingView held = reader.get(id);
        Versions.check(version, held.version());
        return held;
    }

    private void tellAll(long id, String what) {
        bound.query("select training_tell_all(?1, ?2)", id, what).getSingleResult();
    }

    /** @return whether people have to be told of another time or place */
    private boolean write(TrainingView before, NewTraining wanted) {
        SessionFacts.Title title = facts.title(
                wanted, before.course() == null ? null : before.course().id());
        RoomKeeper.Held held = rooms.hold(before, wanted, SessionFacts.span(wanted));
        boolean moved = moved(before, wanted, held);
        long id = before.id();
        bound.query(
                        CHANGE,
                        id,
                        wanted.kind(),
                        title.zh(),
                        title.en(),
                        wanted.aboutZh(),
                        wanted.aboutEn(),
                        SessionFacts.at(wanted, wanted.startsAt()),
                        SessionFacts.at(wanted, wanted.endsAt()),
                        wanted.zone(),
                        held.placeZh(),
                        held.placeEn(),
                        held.link(),
                        wanted.taughtIn(),
                        wanted.audience(),
                        wanted.seats(),
                        wanted.perEnterprise(),
                        wanted.releaseOn(),
                        wanted.priorityUnreached(),
                        SessionFacts.atOrNull(wanted, wanted.registrationFrom()),
                        SessionFacts.atOrNull(wanted, wanted.registrationUntil()),
                        wanted.approving(),
                        wanted.acceptHours(),
                        wanted.campaign(),
                        wanted.reason(),
                        moved ? 1 : 0,
                        wanted.course(),
                        held.room(),
                        held.status(),
                        wanted.planned(),
                        held.kept())
                .executeUpdate();
        teachers.keep(
                id,
                wanted.trainers(),
                before.template() ? null : wanted.startsAt().toLocalDate());
        if (seated(before, wanted)) {
            bound.query("delete from training_quota where session_id = ?1", id).executeUpdate();
            wanted.quotas().forEach(each -> keep(id, each));
            settle(id);
        }
        return moved;
    }

    /** Whether it may have other seats than before, or is moved, so that who waits may have one again. */
    private static boolean seated(TrainingView before, NewTraining wanted) {
        SeatRules seats = before.seats();
        return !Objects.equals(seats.capacity(), wanted.seats())
                || !Objects.equals(seats.releaseOn(), wanted.releaseOn())
                || !Set.copyOf(seats.quotas()).equals(Set.copyOf(wanted.quotas()))
                || !before.startsAt().equals(SessionFacts.span(wanted).from());
    }

    private void keep(long id, Quota quota) {
        if (bound.query(QUOTA, id, quota.unit(), quota.seats()).executeUpdate() == 0) {
            throw Problem.invalid("quotas", "session.invalid.quota-unit", quota.unit());
        }
    }

    /** @throws Problem 400 where seats do not add up */
    void settle(long id) {
        long moved = Rows.one(bound.query("select training_resettle(?1, ?2)", id, now()), row -> row.id(0))
                .orElseThrow();
        if (moved == -1) {
            throw Problem.invalid("quotas", "session.invalid.quotas-beyond");
        }
        if (moved == -2) {
            throw Problem.invalid("seats", "session.invalid.taken-beyond");
        }
    }

    private TrainingView recorded(String action, long id) {
        TrainingView now = reader.get(id);
        audit.record(
                action,
                new AuditTrail.Subject("training_session", id, now.orgPath()),
                Changes.none()
                        .with("number", now.number())
                        .with("titleZh", now.titleZh())
                        .with("startsAt", now.startsAt())
                        .with("seats", now.seats().capacity())
                        .with("quotas", Quota.write(now.seats().quotas()))
                        .with(
                                "courseCode",
                                now.course() == null ? null : now.course().code())
                        .with("place", now.placeZh())
                        .with("reason", now.reason()));
        return now;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
