package org.aeoreach.web.date;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A range of days that moves with today. Weeks begin on Monday (GB/T 7408, as ISO 8601). */
public enum Period {
    TODAY,
    THIS_WEEK,
    THIS_MONTH,
    /** Today and the 29 days before. */
    LAST_30_DAYS,
    THIS_QUARTER,
    THIS_YEAR;

    /** The name in an address: {@code this-week}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Period> of(@Nullable String code) {
        return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    public DateRange on(LocalDate today) {
        return switch (this) {
            case TODAY -> new DateRange(today, today);
            case THIS_WEEK -> {
                LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new DateRange(monday, monday.plusDays(6));
            }
            case THIS_MONTH -> months(today.withDayOfMonth(1), 1);
            case LAST_30_DAYS -> new DateRange(today.minusDays(29), today);
            case THIS_QUARTER -> months(today.withDayOfMonth(1).minusMonths((today.getMonthValue() - 1) % 3), 3);
            case THIS_YEAR -> months(today.withDayOfYear(1), 12);
        };
    }

    private static DateRange months(LocalDate first, int number) {
        return new DateRange(first, first.plusMonths(number).minusDays(1));
    }
}
