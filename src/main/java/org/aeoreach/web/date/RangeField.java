package org.aeoreach.web.date;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A range of days in a form, as typed.
 *
 * @param error what is wrong, in the reader's language, or empty
 * @param wrong name of the field at fault, or empty
 */
public record RangeField(
        DateRange.Typed typed, String labelKey, LocalDate today, String error, String wrong, boolean disabled) {

    /** A period to choose, with the days it stands for today. */
    public record Option(Period period, String from, String to) {}

    public static RangeField of(DateRange.Typed typed, String labelKey, LocalDate today) {
        return new RangeField(typed, labelKey, today, "", "", false);
    }

    public RangeField error(String field, String message) {
        return new RangeField(typed, labelKey, today, message, field, disabled);
    }

    public RangeField disable() {
        return new RangeField(typed, labelKey, today, error, wrong, true);
    }

    public String name() {
        return typed.name();
    }

    public List<Option> options() {
        return Arrays.stream(Period.values())
                .map(period -> {
                    DateRange range = period.on(today);
                    return new Option(period, text(range.from()), text(range.to()));
                })
                .toList();
    }

    public boolean isChosen(Period period) {
        return period.code().equals(typed.period());
    }

    /** What stands in the first date field: with a period, the day it begins. */
    public String from() {
        return shown().map(range -> text(range.from())).orElse(typed.from());
    }

    public String to() {
        return shown().map(range -> text(range.to())).orElse(typed.to());
    }

    private java.util.Optional<DateRange> shown() {
        return Period.of(typed.period()).map(period -> period.on(today));
    }

    private static String text(@Nullable LocalDate day) {
        return Objects.toString(day, "");
    }
}
