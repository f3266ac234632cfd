package org.aeoreach.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aeoreach.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "09:00-12:00, 13:30-17:30 | 09:00–12:00, 13:30–17:30",
                "13:30-17:30; 9:00-12:00 | 09:00–12:00, 13:30–17:30",
                "9：00～12：00，13：30至17：30 | 09:00–12:00, 13:30–17:30",
                "00:00-24:00 | 00:00–24:00",
                "08:00-12:00, 12:00-16:00, 18:00-20:05 | 08:00–12:00, 12:00–16:00, 18:00–20:05",
            })
    void readsHoursAsPeopleTypeThem(String typed, String shown) {
        Hours read = Hours.parse("spans", typed);
        assertThat(read).hasToString(shown);
        assertThat(Hours.ofMinutes(read.minutes())).isEqualTo(read);
        assertThat(Hours.parse("spans", read.toString())).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nine to five | worktime.invalid.span",
                "09:00 | worktime.invalid.span",
                "09:00-25:00 | worktime.invalid.span-order",
                "09:60-10:00 | worktime.invalid.span-order",
                "12:00-09:00 | worktime.invalid.span-order",
                "09:00-09:00 | worktime.invalid.span-order",
                "09:00-24:01 | worktime.invalid.span-order",
                "09:00-12:00, 11:59-17:00 | worktime.invalid.spans-overlap",
                "01:00-02:00, 03:00-04:00, 05:00-06:00, 07:00-08:00 | worktime.invalid.spans-many",
                "', ;' | worktime.invalid.spans-many",
            })
    void refusesWhatIsNoHours(String typed, String key) {
        assertThatThrownBy(() -> Hours.parse("spans", typed)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.errors()).hasSize(1);
            assertThat(problem.errors().get(0).field()).isEqualTo("spans");
            assertThat(problem.errors().get(0).key()).isEqualTo(key);
        });
    }

    @Test
    void everyMinuteOfTheDayIsWrittenAsTheClockShowsIt() {
        assertThat(new Span(5, 65)).hasToString("00:05–01:05");
        assertThat(new Span(599, 600)).hasToString("09:59–10:00");
    }
}
