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
    private Bound bound;

    /** The booking of a session that is asked for or had, if there is one and the viewer sees it. */
    @Transactional
    public Optional<BookingView> of(long session) {
        return Rows.one(bound.query(OF, session), BookingView::of);
    }

    /**
     * Books a room for a session that has none. The room is its own when the answer says {@link BookingStatus#APPROVED};
     * else it may still be refused, see {@link RoomDecision}.
     *
     * @param until the first moment at which the room is not needed any more
     * @throws Problem 404 when there is no such room, 409 when it is taken then or no longer used
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public BookingStatus book(long session, long room, Instant from, Instant until, String title) {
        long id = bookings.ask(room, new Wish(title, from, until, false), session);
        return bookings.get(id).status();
    }

    /**
     * Moves a session to another room or time. What it had is free in the same moment; when the other one cannot be
     * had it fails, and with its transaction everything stays as it was. Refuses as {@link #book}.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public BookingStatus move(long session, long room, Instant from, Instant until, String title) {
        giveBack(session);
        return book(session, room, from, until, title);
    }

    /** Gives the room of a session back; one that has none stays without. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void giveBack(long session) {
        of(session).ifPresent(booking -> bookings.giveUp(booking, booking.version()));
    }
}
