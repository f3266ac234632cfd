package org.aeoreach.training.base;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows when rooms are taken; implemented by whoever keeps the bookings. */
public interface RoomUse {

    /**
     * One time a room is taken or asked for.
     *
     * @param booking its number, or null when the viewer does not see it: then all he learns is that the room is taken
     * @param waiting whether it has still to be approved; it holds nothing yet
     */
    record Use(
            long room,
            Instant from,
            Instant until,
            @Nullable Long booking,
            @Nullable String title,
            boolean blocked,
            boolean waiting) {}

    /** Those of the rooms of a base that begin before the end and end after the beginning, in order of time. */
    List<Use> of(long base, Instant from, Instant until);
}
