package org.aeoreach.training.presence;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as conferencing tools write them. */
final class PresenceTime {

    private static final List<DateTimeFormatter> FORMS = List.of(
            form("y-M-d H:m[:s]"),
            form("y/M/d H:m[:s]"),
            form("y.M.d H:m[:s]"),
            // Two digits first: four do not fit them, but two would be a year of antiquity.
            form("M/d/yy h:m[:s] a"),
            form("M/d/y h:m[:s] a"),
            form("M/d/yy H:m[:s]"),
            form("M/d/y H:m[:s]"),
            form("d MMM y H:m[:s]"),
            form("MMM d y h:m[:s] a"));

    private PresenceTime() {}

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }

    /** Null when it is no moment. @param zone of the clock it was read from */
    static @Nullable Instant moment(String text, ZoneId zone) {
        String plain = text.strip();
        try {
            if (plain.length() > 16 && plain.indexOf('T') == 10 && (plain.endsWith("Z") || plain.indexOf('+') > 0)) {
                return OffsetDateTime.parse(plain).toInstant();
            }
        } catch (DateTimeException other) {
            return null;
        }
        String even = plain.replace('T', ' ')
                .replace('年', '-')
                .replace('月', '-')
                .replace("日", "")
                .replace(",", "")
                .replace('\u202f', ' ');
        for (DateTimeFormatter form : FORMS) {
            try {
                return LocalDateTime.parse(even, form).atZone(zone).toInstant();
            } catch (DateTimeException other) {
                // The next one may fit.
            }
        }
        return null;
    }

    /** Minutes of 95, 1:35:20, 35:20, 1h 35m, 95 分钟 and the like; null when it is none of these. */
    static @Nullable Double minutes(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.indexOf(':') > 0) {
            return clock(plain);
        }
        double minutes = 0;
        boolean any = false;
        int i = 0;
        while (i < plain.length()) {
            int from = i;
            while (i < plain.length() && (Character.isDigit(plain.charAt(i)) || plain.charAt(i) == '.')) {
                i++;
            }
            if (i == from) {
                return null;
            }
            int unit = i;
            while (i < plain.length() && !Character.isDigit(plain.charAt(i))) {
                i++;
            }
            Double amount =
                    amount(plain.substring(from, unit), plain.substring(unit, i).strip());
            if (amount == null) {
                return null;
            }
            minutes += amount;
            any = true;
        }
        return any ? minutes : null;
    }

    private static @Nullable Double amount(String number, String unit) {
        try {
            double amount = Double.parseDouble(number);
            return switch (unit) {
                case "h", "hr", "hrs", "hour", "hours", "小时", "时" -> amount * 60;
                case "", "m", "min", "mins", "minute", "minutes", "分", "分钟" -> amount;
                case "s", "sec", "secs", "second", "seconds", "秒" -> amount / 60;
                default -> null;
            };
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static @Nullable Double clock(String text) {
        String[] parts = text.split(":");
        if (parts.length > 3) {
            return null;
        }
        try {
            double seconds = 0;
            for (String part : parts) {
                seconds = seconds * 60 + Integer.parseInt(part.strip());
            }
            return seconds / 60;
        } catch (NumberFormatException none) {
            return null;
        }
    }
}
