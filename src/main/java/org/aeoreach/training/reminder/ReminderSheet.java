package org.aeoreach.training.reminder;

import java.time.Instant;
import java.util.List;

/**
 * Reminders of a session and what became of them.
 *
 * @param days how many days before, the most first
 * @param sent those that have gone out
 */
public record ReminderSheet(List<Integer> days, List<Sent> sent) {

    /** So many days before, so many people, the last of them then. */
    public record Sent(int days, long people, Instant lastAt) {}
}
