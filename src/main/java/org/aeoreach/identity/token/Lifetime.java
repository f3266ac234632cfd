package org.aeoreach.identity.token;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How long a token is to live, as a person chooses it. */
public enum Lifetime {
    DAYS_30(30),
    DAYS_90(90),
    DAYS_365(365),
    /** Until a day of his choice. */
    DAY(0);

    private final int days;

    Lifetime(int days) {
        this.days = days;
    }

    /** The last day, or null when it is to be chosen and was not. */
    @Nullable
    LocalDate lastDay(LocalDate today, @Nullable LocalDate chosen) {
        return this == DAY ? chosen : today.plusDays(days);
    }
}
