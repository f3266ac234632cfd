package org.aeoreach.web.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateRangeTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private static DateRange parse(String period, String from, String to) {
        return DateRange.parse(DateRange.Typed.of("d", period, from, to), TODAY);
    }

    private static String fieldAtFault(String period, String from, String to) {
        try {
            return parse(period, from, to).toString();
        } catch (Problem problem) {
            return problem.errors().get(0).field() + " "
                    + problem.errors().get(0).key();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "today, 2026-11-22, 2026-11-22",
        "this-week, 2026-11-16, 2026-11-22",
        "this-month, 2026-11-01, 2026-11-30",
        "last-30-days, 2026-10-24, 2026-11-22",
        "this-quarter, 2026-10-01, 2026-12-31",
        "this-year, 2026-01-01, 2026-12-31"
    })
    void periodsMoveWithToday(String period, String from, String to) {
        // What stands in the date fields beside a period does not count.
        assertThat(parse(period, "2020-01-01", "nonsense"))
                .isEqualTo(new DateRange(LocalDate.parse(from), LocalDate.parse(to)));
    }

    @Test
    void weekBeginsOnMondayAndMonthsHaveTheirLength() {
        assertThat(Period.THIS_WEEK.on(LocalDate.parse("2026-11-23")).from()).isEqualTo("2026-11-23");
        assertThat(Period.THIS_MONTH.on(LocalDate.parse("2028-02-10")).to()).isEqualTo("2028-02-29");
        assertThat(Period.THIS_QUARTER.on(LocalDate.parse("2026-03-31")).from()).isEqualTo("2026-01-01");
    }

    @Test
    void endsMayBeOpen() {
        assertThat(parse("", "", "")).isEqualTo(DateRange.ALWAYS);
        assertThat(parse("", "2026-01-02", "").contains(LocalDate.parse("2099-01-01")))
                .isTrue();
        assertThat(parse("", "", "2026-01-02").contains(LocalDate.parse("2026-01-03")))
                .isFalse();
    }

    @Test
    void holdsBothEndsOfTheDayInShanghai() {
        DateRange day = parse("", " 2026-11-22 ", "2026-11-22");
        assertThat(day.begins()).isEqualTo(Instant.parse("2026-11-21T16:00:00Z"));
        assertThat(day.ends()).isEqualTo(Instant.parse("2026-11-22T16:00:00Z"));
        assertThat(day.contains(TODAY)).isTrue();
        assertThat(DateRange.ALWAYS.ends()).isNull();
    }

    @Test
    void tellsTheFieldAtFault() {
        assertThat(fieldAtFault("", "2026-11-22", "2026-11-21")).isEqualTo("dTo component.invalid.range");
        assertThat(fieldAtFault("", "2026-11-31", "")).isEqualTo("dFrom web.invalid.date");
        assertThat(fieldAtFault("", "", "yesterday")).isEqualTo("dTo web.invalid.date");
        assertThat(fieldAtFault("next-week", "", "")).isEqualTo("d component.invalid.period");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31", "3000-01-01", "+999999999-01-01", "-0001-01-01", "2026-1-1", "20260101"})
    void refusesDaysNoDatabaseOrCalendarHolds(String day) {
        assertThatThrownBy(() -> DateRange.day("d", day)).isInstanceOf(Problem.class);
    }

    @Test
    void isNeverTurnedRound() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DateRange(TODAY, TODAY.minusDays(1)));
    }

    @Test
    void showsWhatWasTypedAndTheDaysOfPeriod() {
        var typed = DateRange.Typed.of("d", "", "garbage", null);
        assertThat(RangeField.of(typed, "x", TODAY).from()).isEqualTo("garbage");
        var period = RangeField.of(DateRange.Typed.of("d", "this-year", null, null), "x", TODAY);
        assertThat(period.to()).isEqualTo("2026-12-31");
        assertThat(period.isChosen(Period.THIS_YEAR)).isTrue();
    }

    @Test
    void namesWeekdays() {
        assertThat(Weekday.of("2026-11-22", Language.ZH)).isEqualTo("星期日");
        assertThat(Weekday.of("2026-11-22", Language.EN)).isEqualTo("Sunday");
        assertThat(Weekday.of("2026-13-22", Language.EN)).isEmpty();
    }
}
