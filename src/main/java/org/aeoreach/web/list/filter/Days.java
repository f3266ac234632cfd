package org.aeoreach.web.list.filter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Time;
import org.jspecify.annotations.Nullable;

/** A span of days, both included, either open. */
record Days(@Nullable LocalDate from, @Nullable LocalDate to) {

    static Days of(String key, List<String> values) {
        Days days = new Days(day(key + "-from", values.get(0)), day(key + "-to", values.get(1)));
        if (days.from != null && days.to != null && days.to.isBefore(days.from)) {
            throw Problem.invalid(key + "-to", "list.invalid.days");
        }
        return days;
    }

    static @Nullable LocalDate day(String parameter, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1 && day.getYear() <= 9998) {
                return day;
            }
        } catch (DateTimeException e) {
            throw Problem.invalid(parameter, "web.invalid.date");
        }
        throw Problem.invalid(parameter, "web.invalid.date");
    }

    Fragment of(String expression, boolean instants) {
        Fragment begin = from == null ? Fragment.NONE : Fragment.of(expression + " >= ?", value(from, instants));
        LocalDate next = to == null ? null : to.plusDays(1);
        Fragment end = next == null ? Fragment.NONE : Fragment.of(expression + " < ?", value(next, instants));
        return begin.and(end);
    }

    private static Object value(LocalDate day, boolean instants) {
        return instants ? day.atStartOfDay(Time.ZONE).toInstant().atOffset(ZoneOffset.UTC) : day;
    }
}
