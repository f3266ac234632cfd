package org.aeoreach.training.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.base.RoomUse;

/** When rooms are taken. Who does not see a booking learns of it no more than that. */
@ApplicationScoped
public class Occupancy implements RoomUse {

    private static final String OF_BASE = "select t.room_id, t.starts_at, t.ends_at, b.id, b.title,"
            + " coalesce(b.kind = 'BLOCK', false), false from training_base_taken(?1, cast(?2 as timestamptz),"
            + " cast(?3 as timestamptz)) t left join training_booking b on b.id = t.booking_id union all"
            + " select b.room_id, lower(b.during), upper(b.during), b.id, b.title, false, true from training_booking b"
            + " join training_room r on r.id = b.room_id where r.base_id = ?1 and b.status = 'REQUESTED'"
            + " and b.during && tstzrange(cast(?2 as timestamptz), cast(?3 as timestamptz)) order by 2, 3, 1 limit 2000";
    private static final String FREE =
            "select training_room_free(?1, tstzrange(cast(?2 as timestamptz), cast(?3 as timestamptz)), ?4)";

    @Inject
    private Bound bound;

    @Override
    @Transactional
    public List<Use> of(long base, Instant from, Instant until) {
        return Rows.list(
                bound.query(OF_BASE, base, from.toString(), until.toString()),
                row -> new Use(
                        row.id(0),
                        row.instant(1),
                        row.instant(2),
                        row.idOrNull(3),
                        row.textOrNull(4),
                        row.flag(5),
                        row.flag(6)));
    }

    /**
     * From here to the end of the transaction nobody else gets the room.
     *
     * @param but the booking that may have it already, or 0
     * @throws Problem 409 when somebody has it then
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void requireFree(long room, Instant from, Instant until, long but) {
        if (!free(room, from, until, but)) {
            throw new Problem(409, "venue.problem.room-taken");
        }
    }

    /** The same as an answer. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean free(long room, Instant from, Instant until, long but) {
        return (Boolean)
                bound.query(FREE, room, from.toString(), until.toString(), but).getSingleResult();
    }
}
