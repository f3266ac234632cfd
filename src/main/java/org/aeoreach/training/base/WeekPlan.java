package org.aeoreach.training.base;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import org.aeoreach.platform.Time;

/**
 * Who has which room in one week, Monday to Sunday as they are in Shanghai.
 *
 * @param monday its first day
 * @param rows a row for each room, with a cell for each day
 */
public record WeekPlan(LocalDate monday, LocalDate today, List<RoomRow> rows) {

    private static final int DAYS = 7;

    /** A room through the week. */
    public record RoomRow(RoomView room, List<DayCell> days) {}

    /** A room on one day. */
    public record DayCell(LocalDate day, List<Piece> pieces) {}

    /** What of a booking falls on a day. @param hours from when to when, the day's own ends included */
    public record Piece(RoomUse.Use use, String hours) {}

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(Time.ZONE).toInstant();
    }

    static WeekPlan of(LocalDate monday, LocalDate today, List<RoomView> rooms, List<RoomUse.Use> uses) {
        List<RoomRow> rows = rooms.stream()
                .map(room -> new RoomRow(
                        room,
                        days(
                                monday,
                                uses.stream()
                                        .filter(use -> use.room() == room.id())
                                        .toList())))
                .toList();
        return new WeekPlan(monday, today, rows);
    }

    private static List<DayCell> days(LocalDate monday, List<RoomUse.Use> uses) {
        return IntStream.range(0, DAYS)
                .mapToObj(monday::plusDays)
                .map(day -> new DayCell(day, pieces(day, uses)))
                .toList();
    }

    private static List<Piece> pieces(LocalDate day, List<RoomUse.Use> uses) {
        Instant from = start(day);
        Instant until = start(day.plusDays(1));
        return uses.stream()
                .filter(use -> use.from().isBefore(until) && use.until().isAfter(from))
                .map(use -> new Piece(
                        use,
                        hour(use.from().isBefore(from) ? from : use.from(), "00:00") + "–"
                                + hour(use.until().isBefore(until) ? use.until() : until, "24:00")))
                .toList();
    }

    private static String hour(Instant at, String midnight) {
        String time = at.atZone(Time.ZONE).toLocalTime().toString();
        return time.equals("00:00") ? midnight : time.substring(0, 5);
    }

    public List<LocalDate> days() {
        return IntStream.range(0, DAYS).mapToObj(monday::plusDays).toList();
    }

    public LocalDate before() {
        return monday.minusDays(DAYS);
    }

    public LocalDate after() {
        return monday.plusDays(DAYS);
    }

    public LocalDate sunday() {
        return monday.plusDays(DAYS - 1L);
    }
}
