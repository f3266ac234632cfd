package org.aeoreach.web.detail;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The last day on which something is in time, seen from today. Both are days in Shanghai.
 *
 * @param label key of what has to be done until then
 */
public record Deadline(LocalDate due, LocalDate today, String label) {

    /** Something to be dealt with. */
    public Deadline(LocalDate due, LocalDate today) {
        this(due, today, "component.deadline");
    }

    /** Days left; negative when it is overdue. */
    public long days() {
        return ChronoUnit.DAYS.between(today, due);
    }

    public boolean overdue() {
        return days() < 0;
    }

    /** Whether less than three days are left. */
    public boolean soon() {
        return days() >= 0 && days() < 3;
    }

    /** The message that says it; its argument is {@link #number}. */
    public String key() {
        if (days() == 0) {
            return "component.deadline.today";
        }
        String number = Math.abs(days()) == 1 ? "one" : "many";
        return "component.deadline." + (overdue() ? "overdue-" : "in-") + number;
    }

    public long number() {
        return Math.abs(days());
    }

    public Header.Tone tone() {
        return overdue() ? Header.Tone.BAD : soon() ? Header.Tone.WARN : Header.Tone.PLAIN;
    }
}
