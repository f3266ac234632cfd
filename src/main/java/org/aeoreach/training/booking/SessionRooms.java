package org.aeoreach.training.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;

/** Rooms of sessions, within the transaction of the session: what fails there holds no room. */
@ApplicationScoped
public class SessionRooms {

    private static final String OF =
            BookingView.SELECT + " where b.session_id = ?1 and b.status in ('REQUESTED', 'APPROVED')";

    @Inject
    private Bookings bookings;

    @Inject
    private Occupancy occupancy;

    @Inject
    private Bound bound;

    /** The booking of a session that is asked for or had, if there is one and the viewer sees it. */
    @Transactional
    public Optional<BookingView> of(long session) {
        return Rows.one(bound.query(OF, session), BookingView::of);
    }

    /**
     * A room for a session.
     *
     * @param path of the unit that organises it, whose booking it is
     * @param until the first moment at which the room is not needed any more
     */
    public record Use(long session, String path, long room, Instant from, Instant until, String title) {}

    /**
     * Books a room for a session that has none. The room is its own when the answer says {@link BookingStatus#APPROVED};
     * else it may still be refused, see {@link RoomDecision}.
     *
     * @throws Problem 404 when there is no such room, 409 when it is taken then or no longer used
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public BookingStatus book(Use use) {
        long id = bookings.ask(use.room(), new Wish(use.title(), use.from(), use.until(), false), use);
        return bookings.get(id).status();
    }

    /**
     * Moves a session to another room or time. What it had is free in the same moment; when the other one cannot be
     * had it fails, and with its transaction everything stays as it was. Refuses as {@link #book}.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public BookingStatus move(Use use) {
        // The room before the booking, as who decides does it: else two of them could wait for each other.
        free(use.room(), use.from(), use.until());
        giveBack(use.session());
        return book(use);
    }

    /** Whether nobody has the room then; from here to the end of the transaction nobody else gets it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean free(long room, Instant from, Instant until) {
        return occupancy.free(room, from, until, 0);
    }

    /** Gives the room of a session back; one that has none stays without. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void giveBack(long session) {
        of(session).ifPresent(booking -> bookings.giveUp(booking, booking.version()));
    }
}
