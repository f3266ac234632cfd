package org.aeoreach.worktime.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A year as twelve small months from Monday to Sunday. */
public record YearSheet(WorkYear year, List<Month> months, LocalDate today) {

    /**
     * One month.
     *
     * @param weeks its days in weeks, the first and the last perhaps shorter
     * @param runs what is special in it
     */
    public record Month(YearMonth month, List<List<Cell>> weeks, List<Run> runs) {

        /** Places before the first day. */
        public int before() {
            return month.atDay(1).getDayOfWeek().getValue() - 1;
        }

        /** Places behind the last day. */
        public int behind() {
            return DayOfWeek.values().length
                    - month.atEndOfMonth().getDayOfWeek().getValue();
        }
    }

    /** @param special null when the day is what its weekday makes it */
    public record Cell(LocalDate day, @Nullable WorkDay special) {

        public boolean off() {
            return special == null ? day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 : !special.working();
        }

        public boolean madeUp() {
            return special != null && special.working();
        }

        public boolean holiday() {
            return special != null && !special.working();
        }
    }

    public static YearSheet of(WorkYear year, LocalDate today) {
        Map<LocalDate, WorkDay> special =
                year.days().stream().collect(Collectors.toMap(WorkDay::day, Function.identity()));
        List<Month> months = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> month(year, YearMonth.of(year.year(), month), special))
                .toList();
        return new YearSheet(year, months, today);
    }

    private static Month month(WorkYear year, YearMonth month, Map<LocalDate, WorkDay> special) {
        LocalDate after = month.plusMonths(1).atDay(1);
        List<List<Cell>> weeks = month.atDay(1)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .datesUntil(after, java.time.Period.ofWeeks(1))
                .map(monday -> monday.datesUntil(monday.plusWeeks(1))
                        .filter(day -> YearMonth.from(day).equals(month))
                        .map(day -> new Cell(day, special.get(day)))
                        .toList())
                .toList();
        List<Run> runs = year.runs().stream()
                .filter(run -> YearMonth.from(run.from()).equals(month))
                .toList();
        return new Month(month, weeks, runs);
    }

    /** Days worked in the year by this calendar. */
    public long worked() {
        return months.stream()
                .flatMap(month -> month.weeks().stream())
                .flatMap(List::stream)
                .filter(cell -> !cell.off())
                .count();
    }
}
