package org.aeoreach.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.aeoreach.platform.Time;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkTimeTest {
    private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);
    private static final Hours NIGHT = Hours.parse("spans", "18:00-24:00");
    private static final Hours WEST = Hours.parse("spans", "09:30-13:30, 16:00-20:00");

    private static final WorkDays DAYS = days();

    /** What the State Council announced for 2026, and the first statutory days of 2027. */
    private static WorkDays days() {
        Map<LocalDate, Boolean> special = new HashMap<>();
        off(special, "2026-01-01", 3);
        off(special, "2026-02-15", 9);
        off(special, "2026-04-04", 3);
        off(special, "2026-05-01", 5);
        off(special, "2026-06-19", 3);
        off(special, "2026-09-25", 3);
        off(special, "2026-10-01", 7);
        off(special, "2027-01-01", 1);
        for (String day : List.of("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10")) {
            special.put(LocalDate.parse(day), true);
        }
        return new WorkDays(special, Map.of(2026, true, 2027, false));
    }

    private static void off(Map<LocalDate, Boolean> special, String first, int length) {
        for (int i = 0; i < length; i++) {
            special.put(LocalDate.parse(first).plusDays(i), false);
        }
    }

    private static WorkTime time(WorkTable.Entry... entries) {
        return new WorkTable(DAYS, List.of(entries)).of("0000.9400.9401.");
    }

    private static WorkTable.Entry entry(String path, String from, @Nullable Hours hours) {
        return new WorkTable.Entry(path.length(), path, LocalDate.parse(from), Optional.ofNullable(hours));
    }

    private static WorkTime named(String name) {
        return switch (name) {
            case "night" -> time(entry("0000.", "2026-01-01", NIGHT));
            // Standard hours until May, those of the west afterwards.
            case "changing" -> time(entry("0000.9400.", "2026-05-06", WEST));
            default -> time();
        };
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).toInstant(SHANGHAI);
    }

    @ParameterizedTest(name = "{0}: {1} + {2} = {3}")
    @CsvSource({
        "a span is used up at its end, standard, 2026-11-23T09:00, PT3H, 2026-11-23T12:00",
        "lunch does not count, standard, 2026-11-23T09:00, PT3H1M, 2026-11-23T13:31",
        "begun at lunch, standard, 2026-11-23T12:30, PT1H, 2026-11-23T14:30",
        "begun before hours, standard, 2026-11-23T06:00, PT1H, 2026-11-23T10:00",
        "begun after hours, standard, 2026-11-23T19:00, PT1H, 2026-11-24T10:00",
        "a whole day, standard, 2026-11-23T09:00, PT7H, 2026-11-23T17:30",
        "over the weekend, standard, 2026-11-27T17:00, PT1H, 2026-11-30T09:30",
        "into a Saturday that is made up, standard, 2026-02-13T17:00, PT1H, 2026-02-14T09:30",
        "over the Spring Festival, standard, 2026-02-14T17:00, PT1H, 2026-02-24T09:30",
        "begun on a holiday, standard, 2026-02-18T10:00, PT1H, 2026-02-24T10:00",
        "over the end of the year, standard, 2026-12-31T17:00, PT1H, 2027-01-04T09:30",
        "nothing to work, standard, 2026-11-22T03:00, PT0S, 2026-11-22T03:00",
        "up to midnight, night, 2026-11-23T23:00, PT1H, 2026-11-24T00:00",
        "over midnight, night, 2026-11-23T23:00, PT2H, 2026-11-24T19:00",
        "hours change in between, changing, 2026-04-30T17:00, PT1H, 2026-05-06T10:00",
        "seconds count, standard, 2026-11-23T11:59:59, PT2S, 2026-11-23T13:30:01",
    })
    void addsWorkingTime(String what, String hours, String start, String working, String end) {
        WorkTime time = named(hours);
        assertThat(time.after(at(start), Duration.parse(working))).isEqualTo(at(end));
        assertThat(time.between(at(start), at(end))).isEqualTo(Duration.parse(working));
        assertThat(time.between(at(end), at(start)))
                .isEqualTo(Duration.parse(working).negated());
    }

    @ParameterizedTest(name = "{0}: {1} + {2} days = {3}")
    @CsvSource({
        "the day of the start does not count, standard, 2026-11-23T08:00, 3, 2026-11-26T17:30",
        "nor does the time of day, standard, 2026-11-23T20:00, 3, 2026-11-26T17:30",
        "made-up days count and holidays do not, standard, 2026-02-12T10:00, 3, 2026-02-24T17:30",
        "begun on a holiday, standard, 2026-02-18T10:00, 1, 2026-02-24T17:30",
        "over the end of the year, standard, 2026-12-31T10:00, 1, 2027-01-04T17:30",
        "a made-up Sunday, standard, 2026-09-18T10:00, 1, 2026-09-20T17:30",
        "by the hours of the last day, changing, 2026-04-30T10:00, 1, 2026-05-06T20:00",
        "up to midnight, night, 2026-11-23T10:00, 1, 2026-11-25T00:00",
    })
    void addsWorkingDays(String what, String hours, String start, int days, String end) {
        assertThat(named(hours).after(at(start), days)).isEqualTo(at(end));
    }

    @ParameterizedTest(name = "{0}: {1}, opens {2}")
    @CsvSource({
        "standard, 2026-11-23T08:59:59, 2026-11-23T09:00",
        "standard, 2026-11-23T09:00, 2026-11-23T09:00",
        "standard, 2026-11-23T11:59:59, 2026-11-23T11:59:59",
        "standard, 2026-11-23T12:00, 2026-11-23T13:30",
        "standard, 2026-11-23T17:30, 2026-11-24T09:00",
        "standard, 2026-11-21T10:00, 2026-11-23T09:00",
        "standard, 2026-02-14T18:00, 2026-02-24T09:00",
        "standard, 2026-10-10T10:00, 2026-10-10T10:00",
        "night, 2026-11-23T23:59:59, 2026-11-23T23:59:59",
        "night, 2026-11-24T00:00, 2026-11-24T18:00",
    })
    void tellsWhenItOpens(String hours, String at, String opens) {
        assertThat(named(hours).nextOpening(at(at))).isEqualTo(at(opens));
        assertThat(named(hours).isWorking(at(at))).isEqualTo(at.equals(opens));
    }

    @Test
    void whatIsAddedIsMeasuredAgain() {
        Random random = new Random(20261123);
        for (int i = 0; i < 20_000; i++) {
            WorkTime time = named(List.of("standard", "night", "changing").get(i % 3));
            Instant start = at("2025-12-20T00:00")
                    .plus(random.nextLong(Duration.ofDays(400).toNanos()), ChronoUnit.NANOS);
            Duration working =
                    Duration.ofNanos(random.nextLong(Duration.ofHours(300).toNanos()));
            Instant end = time.after(start, working);
            assertThat(time.between(start, end)).as("%s + %s", start, working).isEqualTo(working);
            // No earlier moment would do.
            assertThat(time.between(start, end.minusNanos(1))).isLessThanOrEqualTo(working);
            assertThat(working.isZero() || time.isWorking(end.minusNanos(1))).isTrue();
        }
    }

    @Test
    void measuresAsManyMinutesAsAreCountedOneByOne() {
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            WorkTime time = named(List.of("standard", "night", "changing").get(i % 3));
            Instant from = at("2026-01-01T00:00").plus(Duration.ofMinutes(random.nextInt(500_000)));
            Instant to = from.plus(Duration.ofMinutes(random.nextInt(30_000)));
            long counted = 0;
            for (Instant minute = from; minute.isBefore(to); minute = minute.plusSeconds(60)) {
                counted += counts(time, minute) ? 1 : 0;
            }
            assertThat(time.between(from, to)).as("%s to %s", from, to).isEqualTo(Duration.ofMinutes(counted));
        }
    }

    /** From the calendar's days and the clock alone. */
    private static boolean counts(WorkTime time, Instant minute) {
        LocalDateTime local = LocalDateTime.ofInstant(minute, SHANGHAI);
        int of = local.getHour() * 60 + local.getMinute();
        return DAYS.worked(local.toLocalDate().toEpochDay())
                && time.hours(local.toLocalDate()).spans().stream()
                        .anyMatch(span -> of >= span.from() && of < span.to());
    }

    @Test
    void saysWhichYearsAreNotAnnounced() {
        WorkTime time = time();
        assertThat(time.provisional(at("2026-01-01T00:00"), at("2026-12-31T23:59")))
                .isEmpty();
        assertThat(time.provisional(at("2026-12-31T23:59"), at("2027-01-01T00:00")))
                .containsExactly(new Provisional(2027, true));
        assertThat(time.provisional(at("2028-03-01T00:00"), at("2027-03-01T00:00")))
                .containsExactly(new Provisional(2027, true), new Provisional(2028, false));
    }

    @Test
    void theNearestUnitThatHasSetHoursOnTheDayCounts() {
        WorkTime time = time(
                entry("0000.", "2020-01-01", NIGHT),
                entry("0000.9400.", "2026-03-02", WEST),
                entry("0000.9400.9401.", "2026-03-03", Hours.STANDARD),
                entry("0000.9400.9401.", "2026-03-04", null),
                entry("0000.9400.9402.", "2026-03-01", NIGHT));
        assertThat(hours(time, "2019-12-31")).isEqualTo(Hours.STANDARD);
        assertThat(time.hoursOf(LocalDate.parse("2019-12-31"))).isNull();
        assertThat(hours(time, "2026-03-01")).isEqualTo(NIGHT);
        assertThat(hours(time, "2026-03-02")).isEqualTo(WEST);
        assertThat(hours(time, "2026-03-03")).isEqualTo(Hours.STANDARD);
        assertThat(time.hoursSince(LocalDate.parse("2026-03-03"))).isEqualTo(LocalDate.parse("2026-03-03"));
        assertThat(hours(time, "2026-03-04")).isEqualTo(WEST);
        assertThat(time.hoursSince(LocalDate.parse("2026-03-04"))).isEqualTo(LocalDate.parse("2026-03-02"));
    }

    @Test
    void ofTwoEntriesForADayTheLaterMadeCounts() {
        WorkTime time = time(entry("0000.9400.", "2026-03-02", WEST), entry("0000.9400.", "2026-03-02", NIGHT));
        assertThat(hours(time, "2026-03-02")).isEqualTo(NIGHT);
    }

    private static Hours hours(WorkTime time, String day) {
        return time.hours(LocalDate.parse(day));
    }

    @Test
    void refusesWhatCannotBeReckoned() {
        WorkTime time = time();
        Instant now = at("2026-11-23T10:00");
        List<Runnable> attempts = new ArrayList<>();
        attempts.add(() -> time.after(now, Duration.ofSeconds(-1)));
        attempts.add(() -> time.after(now, Duration.ofDays(30_000)));
        attempts.add(() -> time.after(now, 0));
        attempts.add(() -> time.after(now, 1_000_000));
        attempts.add(() -> time.between(now, now.plus(Duration.ofDays(50_000))));
        for (Runnable attempt : attempts) {
            assertThatThrownBy(attempt::run).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Why days can be eight hours ahead of Greenwich without asking the rules of the zone. */
    @Test
    void clocksInShanghaiAreNeverPutForward() {
        assertThat(Time.ZONE.getRules().nextTransition(at("2000-01-01T00:00"))).isNull();
        assertThat(Time.ZONE.getRules().getOffset(at("2000-01-01T00:00"))).isEqualTo(SHANGHAI);
    }
}
