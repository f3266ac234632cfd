package org.aeoreach.worktime.calendar;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A year and its days.
 *
 * @param sourceZh the notice it is known from, or null when nothing is known
 * @param link to the notice
 * @param version 0 when nothing is known
 * @param days in order
 */
public record WorkYear(
        int year,
        Status status,
        @Nullable String sourceZh,
        @Nullable String sourceEn,
        @Nullable String link,
        long version,
        List<WorkDay> days) {

    /** Stretches of days with the same name that follow each other and are all worked or all off. */
    public List<Run> runs() {
        return Run.of(days);
    }

    /** Days off and made-up days as lines to be pasted. */
    public String lines() {
        return DayLines.text(days);
    }

    /** Whether the State Council has said which days are off. */
    public boolean announced() {
        return status == Status.ANNOUNCED;
    }

    boolean hasPast(LocalDate today) {
        return year <= today.getYear();
    }
}
