package org.aeoreach.importing.cell;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days as files write them: 2026-04-01, 2026/4/1, 2026.4.1, 20260401, 2026年4月1日, with a time of midnight behind. */
public final class Days {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private Days() {}

    /** Null when it is no day, or one before 1900. */
    public static @Nullable LocalDate of(String text) {
        int[] parts = new int[3];
        int part = 0;
        int digits = 0;
        String day = withoutTime(text);
        for (int i = 0; i < day.length(); i++) {
            char c = day.charAt(i);
            if (c >= '0' && c <= '9') {
                if (digits == (part == 0 ? 4 : 2)) {
                    part++;
                    digits = 0;
                }
                if (part > 2) {
                    return null;
                }
                parts[part] = parts[part] * 10 + c - '0';
                digits++;
            } else if ("-/.年月".indexOf(c) >= 0 && digits > 0) {
                part++;
                digits = 0;
            } else if (c != '日' || i < day.length() - 1) {
                return null;
            }
        }
        return part == 2 ? made(parts) : null;
    }

    private static String withoutTime(String text) {
        int space = text.indexOf(' ');
        int end = space > 0 ? space : text.indexOf('T');
        boolean midnight = end > 0 && text.chars().skip(end + 1).allMatch(c -> c == '0' || c == ':' || c == '.');
        return midnight ? text.substring(0, end) : text;
    }

    private static @Nullable LocalDate made(int[] parts) {
        try {
            LocalDate day = LocalDate.of(parts[0], parts[1], parts[2]);
            return day.isBefore(FIRST) ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
