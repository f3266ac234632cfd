package org.aeoreach.training.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.training.base.RoomView;
import org.aeoreach.training.base.TrainingRooms;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/** Asks for rooms and gives them up. */
@ApplicationScoped
public class Bookings {

    private static final Duration LONGEST = Duration.ofDays(366);

    private static final String ONE = BookingView.SELECT + " where b.id = ?1";
    private static final String LISTED = BookingView.SELECT + " where b.id > ?1 order by b.id limit ?2";
    private static final String RIVALS = "select count(*) from training_booking b join training_booking o on o.id = ?1"
            + " where b.id <> o.id and b.room_id = o.room_id and b.during && o.during and b.status = 'REQUESTED'";
    private static final String ADD =
            "insert into training_booking (room_id, unit_id, org_path, sole, by_unit, by_path,"
                    + " during, kind, status, session_id, title, asked_by, decided_by, decided_at) select r.id, r.unit_id,"
                    + " r.org_path, r.sole, (select u.id from unit u where u.org_path = ?2), ?2,"
                    + " tstzrange(cast(?3 as timestamptz), cast(?4 as timestamptz)), ?5, ?6, cast(?7 as bigint), ?8, ?9,"
                    + " cast(?10 as bigint), case when ?6 = 'APPROVED' then now() end from training_room r where r.id = ?1"
                    + " returning id";
    private static final String GIVE_UP =
            "update training_booking set status = 'GIVEN_UP', version = version + 1 where id = ?1 and version = ?2";

    @Inject
    private TrainingRooms rooms;

    @Inject
    private Occupancy occupancy;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private AuditTrail audit;

    @Inject
    private Bound bound;

    @Inject
    private Clock clock;

    /** @throws Problem 404 when there is none that the viewer asked for or decides about */
    @Transactional
    public BookingView get(long id) {
        return Rows.one(bound.query(ONE, id), BookingView::of).orElseThrow(Problem::notFound);
    }

    /** Those the viewer sees, in the order of their numbers. */
    @Transactional
    public Slice<BookingView> list(long after, int limit) {
        return Slice.of(Rows.list(bound.query(LISTED, after, limit + 1), BookingView::of), limit, BookingView::id);
    }

    /** How many others that the viewer sees ask for some of the same time. */
    @Transactional
    public long rivals(long id) {
        return Rows.one(bound.query(RIVALS, id), row -> row.id(0)).orElse(0L);
    }

    /**
     * Asks for a room for the viewer's unit; it is had at once where the viewer decides about it or nobody has to.
     *
     * @throws Problem 400 at the field, 404 when there is no such room, 409 when it is taken then or no longer used
     */
    @Transactional
    public long ask(long room, Wish wish) {
        return ask(room, wish, null);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    long ask(long room, Wish wish, SessionRooms.@Nullable Use use) {
        RoomView wanted = rooms.get(room);
        check(wanted, wish);
        boolean at = wanted.own() || !wanted.approval();
        occupancy.requireFree(room, wish.from(), wish.until(), 0);
        Viewer me = viewer.require();
        BookingKind kind = use != null ? BookingKind.SESSION : wish.block() ? BookingKind.BLOCK : BookingKind.OTHER;
        long id = Rows.one(
                        bound.query(
                                ADD,
                                room,
                                use == null ? me.orgPath() : use.path(),
                                wish.from().toString(),
                                wish.until().toString(),
                                kind,
                                at ? BookingStatus.APPROVED : BookingStatus.REQUESTED,
                                use == null ? null : use.session(),
                                wish.title(),
                                me.accountId(),
                                at ? me.accountId() : null),
                        row -> row.id(0))
                .orElseThrow();
        record(
                kind == BookingKind.BLOCK ? "training.block-room" : "training.book-room",
                id,
                wanted.orgPath(),
                wish.title());
        return id;
    }

    private void check(RoomView room, Wish wish) {
        if (room.closed()) {
            throw new Problem(409, "venue.problem.room-closed");
        }
        if (wish.block() && !room.own()) {
            throw Problem.invalid("block", "venue.invalid.block");
        }
        if (!wish.until().isAfter(wish.from())) {
            throw Problem.invalid("untilTime", "venue.invalid.ends-before");
        }
        if (!wish.until().isAfter(Instant.now(clock))) {
            throw Problem.invalid("day", "venue.invalid.past");
        }
        if (Duration.between(wish.from(), wish.until()).compareTo(LONGEST) > 0) {
            throw Problem.invalid("lastDay", "venue.invalid.too-long");
        }
    }

    /**
     * Gives it up; it cannot be taken back.
     *
     * @throws Problem 403 when who asked is neither the viewer's unit nor one below, 409 when it is over or not wanted
     *     any more, or a session's, 412 when it has changed since
     */
    @Transactional
    public void giveUp(long id, long version) {
        BookingView seen = get(id);
        if (!seen.asks()) {
            throw Problem.forbidden();
        }
        if (seen.sessionId() != null) {
            throw new Problem(409, "venue.problem.of-session");
        }
        if (!seen.status().alive()) {
            throw new Problem(409, "venue.problem.settled");
        }
        giveUp(seen, version);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void giveUp(BookingView seen, long version) {
        if (bound.query(GIVE_UP, seen.id(), version).executeUpdate() == 0) {
            throw Problem.stale();
        }
        record("training.give-up-room", seen.id(), seen.orgPath(), seen.title());
    }

    private void record(String action, long id, String path, String title) {
        audit.record(
                action,
                new AuditTrail.Subject("training_booking", id, path),
                Changes.none().with("title", title));
    }
}
