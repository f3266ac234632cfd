package org.aeoreach.worktime.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.testing.Rows;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days that come with the program. */
@Tag("db")
class CalendarDataTest {

    /** All weekdays but 11 statutory days; since 2025, 13. */
    @ParameterizedTest
    @CsvSource({"2024, 251", "2025, 248", "2026, 248"})
    void anAnnouncedYearHasTheWorkingDaysTheLawGives(int year, int worked) throws SQLException {
        assertThat(Rows.number(
                        "select count(*) from generate_series(make_date(?, 1, 1)::timestamp, make_date(?, 12, 31), '1 day') d"
                                + " left join work_day w on w.day = d::date"
                                + " where coalesce(w.working, extract(isodow from d) < 6)",
                        year,
                        year))
                .isEqualTo(worked);
    }

    /** Made-up days follow by subtraction only if the days off do; these were read from the notice of 2026. */
    @Test
    void holidaysOf2026AreThoseOfTheNotice() throws SQLException {
        assertThat(days("working and day between '2026-01-01' and '2026-12-31'"))
                .containsExactly("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10");
        assertThat(days("not working and name_zh = '春节' and day between '2026-01-01' and '2026-12-31'"))
                .hasSize(9)
                .startsWith("2026-02-15")
                .endsWith("2026-02-23");
    }

    /** No notice says it yet: the days follow from the law, the sun and the moon. */
    @Test
    void holidaysOf2027AreTheStatutoryOnes() throws SQLException {
        LocalDate newYear = newMoon(LocalDate.of(2027, 2, 6));
        LocalDate fifthMonth = newMoon(LocalDate.of(2027, 6, 5));
        LocalDate eighthMonth = newMoon(LocalDate.of(2027, 9, 1));
        List<String> expected = Stream.of(
                        List.of(LocalDate.of(2027, 1, 1)),
                        newYear.minusDays(1).datesUntil(newYear.plusDays(3)).toList(),
                        List.of(qingming()),
                        List.of(LocalDate.of(2027, 5, 1), LocalDate.of(2027, 5, 2)),
                        List.of(fifthMonth.plusDays(4)),
                        List.of(eighthMonth.plusDays(14)),
                        LocalDate.of(2027, 10, 1)
                                .datesUntil(LocalDate.of(2027, 10, 4))
                                .toList())
                .flatMap(List::stream)
                .map(LocalDate::toString)
                .toList();
        assertThat(days("day between '2027-01-01' and '2027-12-31'")).isEqualTo(expected);
        assertThat(Rows.one("select status from work_year where year = 2027").text("status"))
                .isEqualTo("PROVISIONAL");
    }

    private static List<String> days(String where) throws SQLException {
        return Rows.all("select day::text as day from work_day where " + where + " order by day").stream()
                .map(row -> row.text("day"))
                .toList();
    }

    /** The day in China of the new moon next to a day (Meeus, Astronomical Algorithms, 49; within a minute). */
    private static LocalDate newMoon(LocalDate near) {
        double k = Math.round((near.toEpochDay() - LocalDate.of(2000, 1, 6).toEpochDay()) / 29.530588861);
        double t = k / 1236.85;
        double e = 1 - 0.002516 * t;
        double sun = Math.toRadians(2.5534 + 29.10535670 * k);
        double moon = Math.toRadians(201.5643 + 385.81693528 * k + 0.0107582 * t * t);
        double node = Math.toRadians(160.7108 + 390.67050284 * k - 0.0016118 * t * t);
        double days = 2451550.09766
                + 29.530588861 * k
                - 0.40720 * Math.sin(moon)
                + 0.17241 * e * Math.sin(sun)
                + 0.01608 * Math.sin(2 * moon)
                + 0.01039 * Math.sin(2 * node)
                + 0.00739 * e * Math.sin(moon - sun)
                - 0.00514 * e * Math.sin(moon + sun)
                + 0.00208 * e * e * Math.sin(2 * sun)
                - 0.00111 * Math.sin(moon - 2 * node)
                - 0.00057 * Math.sin(moon + 2 * node)
                + 0.00056 * e * Math.sin(2 * moon + sun)
                - 0.00042 * Math.sin(3 * moon)
                + 0.00042 * e * Math.sin(sun + 2 * node)
                + 0.00038 * e * Math.sin(sun - 2 * node)
                - 0.00024 * e * Math.sin(2 * moon - sun);
        return dayInChina(days);
    }

    /** The day on which the sun reaches 15 degrees (Meeus, 25; within some minutes). */
    private static LocalDate qingming() {
        double from = julian(LocalDate.of(2027, 3, 25));
        double to = from + 30;
        while (to - from > 0.0001) {
            double middle = (from + to) / 2;
            if (sun(middle) < 15) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return dayInChina(from);
    }

    private static double sun(double day) {
        double t = (day - 2451545) / 36525;
        double anomaly = Math.toRadians(357.52911 + 35999.05029 * t);
        double centre = (1.914602 - 0.004817 * t) * Math.sin(anomaly) + 0.019993 * Math.sin(2 * anomaly);
        double longitude = 280.46646 + 36000.76983 * t + centre - 0.00569;
        return longitude - 360 * Math.floor(longitude / 360);
    }

    private static double julian(LocalDate day) {
        return day.toEpochDay() + 2440587.5;
    }

    /** Dynamical time is some 70 seconds ahead of the clocks. */
    private static LocalDate dayInChina(double julianDay) {
        Instant at = Instant.EPOCH.plus(Duration.ofSeconds(Math.round((julianDay - 2440587.5) * 86_400) - 70));
        return at.atOffset(ZoneOffset.ofHours(8)).toLocalDate();
    }
}
