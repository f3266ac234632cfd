package org.aeoreach.training.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.base.RoomView;
import org.aeoreach.training.base.TrainingRooms;
import org.aeoreach.training.booking.BookingStatus;
import org.aeoreach.training.booking.SessionRooms;
import org.jspecify.annotations.Nullable;

/** The room of a session: booked, moved and given back in the transaction of the session. */
@ApplicationScoped
class RoomKeeper {

    private static final String PLACE = "select zh, en from training_place_text(?1)";

    @Inject
    private SessionRooms bookings;

    @Inject
    private TrainingRooms rooms;

    @Inject
    private Bound bound;

    /**
     * Where a session takes place once it is kept.
     *
     * @param kept whether nothing was asked for: then whatever was decided about the room meanwhile stands
     */
    record Held(
            @Nullable Long room,
            @Nullable BookingStatus status,
            boolean kept,
            @Nullable String placeZh,
            @Nullable String placeEn,
            @Nullable String link) {}

    /** When it takes place. */
    record Span(Instant from, Instant until) {

        static Span of(TrainingView session) {
            return new Span(session.startsAt(), session.endsAt());
        }
    }

    private record Place(String zh, @Nullable String en) {}

    /**
     * Has the room that is wanted, and none that is not. What stays as it was is not asked for again.
     *
     * @throws Problem 400 at the field, for a room that is taken too
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Held hold(TrainingView before, NewTraining wanted, Span span) {
        Long room = wanted.room();
        if (room == null) {
            if (before.room() != null && before.room().status() != null) {
                bookings.giveBack(before.id());
            }
            return new Held(null, null, false, wanted.placeZh(), wanted.placeEn(), wanted.link());
        }
        if (wanted.placeZh() != null || wanted.placeEn() != null) {
            throw Problem.invalid("placeZh", "planning.invalid.two-places");
        }
        try {
            return in(rooms.get(room), before, wanted, span);
        } catch (Problem refused) {
            throw atField(refused);
        }
    }

    private Held in(RoomView room, TrainingView before, NewTraining wanted, Span span) {
        Integer seats = wanted.seats();
        if (seats != null && room.capacity() != null && seats > room.capacity()) {
            throw Problem.invalid("seats", "planning.invalid.beyond-room", room.capacity());
        }
        Place place = Rows.one(bound.query(PLACE, room.id()), row -> new Place(row.text(0), row.textOrNull(1)))
                .orElseThrow();
        String link = wanted.link() == null ? room.link() : wanted.link();
        boolean kept = kept(room, before, span);
        BookingStatus status = kept ? null : status(room, before, wanted, span);
        return new Held(room.id(), status, kept, place.zh(), place.en(), link);
    }

    private static boolean kept(RoomView room, TrainingView before, Span span) {
        SessionRoom had = before.room();
        return had != null && had.status() != null && had.id() == room.id() && span.equals(Span.of(before));
    }

    private @Nullable BookingStatus status(RoomView room, TrainingView before, NewTraining wanted, Span span) {
        if (before.template()) {
            return null;
        }
        String title = wanted.titleZh() == null ? before.titleZh() : wanted.titleZh();
        return bookings.move(
                new SessionRooms.Use(before.id(), before.orgPath(), room.id(), span.from(), span.until(), title));
    }

    /** What is wrong with a booking, at the fields of a session. */
    private static Problem atField(Problem refused) {
        if (!refused.errors().isEmpty()) {
            String key = refused.errors().get(0).key();
            return switch (key) {
                case "venue.invalid.past" -> Problem.invalid("startDay", "planning.invalid.room-past");
                case "venue.invalid.too-long" -> Problem.invalid("endDay", key);
                default -> refused;
            };
        }
        return switch (refused.slug()) {
            case "room-taken" -> Problem.invalid("room", "planning.invalid.room-taken");
            case "room-closed" -> Problem.invalid("room", "planning.invalid.room-closed");
            case "not-found" -> Problem.invalid("room", "web.invalid.choice");
            default -> refused;
        };
    }

    /** Gives back what it had, if it had any. */
    @Transactional(Transactional.TxType.MANDATORY)
    void giveBack(TrainingView session) {
        if (session.room() != null && session.room().status() != null) {
            bookings.giveBack(session.id());
        }
    }
}
