package org.aeoreach.training.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.aeoreach.platform.Bound;
import org.aeoreach.training.booking.BookingStatus;
import org.aeoreach.training.booking.RoomDecision;
import org.jspecify.annotations.Nullable;

/** A session shows what was decided about its room, and its organiser is reminded of one that was refused. */
@ApplicationScoped
class RoomDecided implements RoomDecision {

    @Inject
    private Bound bound;

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void decided(long session, BookingStatus status, @Nullable String reason) {
        // Who decides need not be who organises: the database takes what stands in the booking.
        bound.query("select 1 from training_room_decided(?1)", session).getSingleResult();
    }
}
