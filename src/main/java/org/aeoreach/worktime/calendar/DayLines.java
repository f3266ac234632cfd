package org.aeoreach.worktime.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aeoreach.platform.Problem;

/**
 * The days of a year as lines: day or first and last day, 休 or 班, name, English name, such as {@code
 * 2026-02-15~2026-02-23,休,春节,Spring Festival}.
 */
final class DayLines {

    static final String FIELD = "lines";

    private static final Pattern SEPARATOR = Pattern.compile("\\s*[,，;；\\t]\\s*");
    private static final Pattern RANGE = Pattern.compile("\\s*[~～至—–]\\s*|\\s+-\\s+");
    private static final Set<String> OFF = Set.of("休", "放假", "off");
    private static final Set<String> WORK = Set.of("班", "上班", "work");
    private static final int LONGEST_RUN = 31;
    private static final int LONGEST_ZH = 50;
    private static final int LONGEST_EN = 100;

    private DayLines() {}

    static String text(List<WorkDay> days) {
        return Run.of(days).stream().map(DayLines::line).collect(Collectors.joining("\n"));
    }

    private static String line(Run run) {
        return run.from()
                + (run.single() ? "" : "~" + run.to())
                + (run.working() ? ",班," : ",休,")
                + run.nameZh()
                + (run.nameEn() == null ? "" : "," + run.nameEn());
    }

    /** @throws Problem 400 at the field with the first line that cannot be read */
    static List<WorkDay> parse(String text) {
        List<WorkDay> days = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                days.addAll(days(line.strip(), number));
            }
        }
        return days;
    }

    private static List<WorkDay> days(String line, int number) {
        String[] parts = SEPARATOR.split(line, -1);
        String kind = parts.length < 2 ? "" : parts[1].toLowerCase(Locale.ROOT);
        boolean work = WORK.contains(kind);
        if (parts.length < 3 || parts.length > 4 || parts[2].isEmpty() || !(work || OFF.contains(kind))) {
            throw unreadable("worktime.invalid.line", number);
        }
        String en = parts.length < 4 || parts[3].isEmpty() ? null : parts[3];
        if (parts[2].length() > LONGEST_ZH || (en != null && en.length() > LONGEST_EN)) {
            throw unreadable("worktime.invalid.line-long", number);
        }
        return run(parts[0], number).stream()
                .map(day -> new WorkDay(day, work, parts[2], en))
                .toList();
    }

    private static List<LocalDate> run(String text, int number) {
        try {
            String[] ends = RANGE.split(text, -1);
            LocalDate first = LocalDate.parse(ends[0]);
            LocalDate last = ends.length > 1 ? LocalDate.parse(ends[1]) : first;
            if (ends.length <= 2 && !last.isBefore(first) && last.isBefore(first.plusDays(LONGEST_RUN))) {
                return first.datesUntil(last.plusDays(1)).toList();
            }
        } catch (DateTimeException e) {
            throw unreadable("worktime.invalid.line-day", number);
        }
        throw unreadable("worktime.invalid.line-run", number);
    }

    private static Problem unreadable(String key, int number) {
        return Problem.invalid(FIELD, key, number);
    }
}
