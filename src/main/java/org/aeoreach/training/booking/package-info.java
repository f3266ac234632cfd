/**
 * Who has asked for a room, who decides, who has it.
 *
 * <p>A room is had by one at a time, which the database itself keeps; only online rooms without limit take everybody. A
 * request holds nothing until it is approved. The unit of the base decides; rooms that need no approval are had at once.
 * {@link org.aeoreach.training.booking.SessionRooms} books for sessions within their transaction, and tells them through
 * {@link org.aeoreach.training.booking.RoomDecision} what was decided later. This package must not know what a session is.
 */
@NullMarked
package org.aeoreach.training.booking;

import org.jspecify.annotations.NullMarked;
