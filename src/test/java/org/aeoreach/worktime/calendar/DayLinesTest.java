package org.aeoreach.worktime.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayLinesTest {

    @Test
    void readsAYearAndWritesItTheSameAgain() {
        String text =
                "2026-02-14,班,春节,Spring Festival\n2026-02-15~2026-02-23,休,春节,Spring Festival\n" + "2026-04-04,休,清明节";
        List<WorkDay> days = DayLines.parse(text);
        assertThat(days).hasSize(11);
        assertThat(days.get(0)).isEqualTo(new WorkDay(LocalDate.parse("2026-02-14"), true, "春节", "Spring Festival"));
        assertThat(days.get(10)).isEqualTo(new WorkDay(LocalDate.parse("2026-04-04"), false, "清明节", null));
        assertThat(DayLines.text(days)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-10-01至2026-10-03，放假，国庆节",
                "2026-10-01 - 2026-10-03; OFF; 国庆节",
                "\n2026-10-01～2026-10-03\t休\t国庆节\t\n\n"
            })
    void takesLinesAsTheyAreTypedAndPasted(String line) {
        assertThat(DayLines.parse(line))
                .containsExactlyElementsOf(DayLines.parse("2026-10-01,休,国庆节\n2026-10-02,休,国庆节\n2026-10-03,休,国庆节"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-10-01 | worktime.invalid.line",
                "2026-10-01,maybe,国庆节 | worktime.invalid.line",
                "2026-10-01,休, | worktime.invalid.line",
                "2026-10-01,休,国庆节,National Day,more | worktime.invalid.line",
                "2026-02-30,休,春节 | worktime.invalid.line-day",
                "10月1日,休,国庆节 | worktime.invalid.line-day",
                "2026-10-03~2026-10-01,休,国庆节 | worktime.invalid.line-run",
                "2026-01-01~2026-12-31,休,国庆节 | worktime.invalid.line-run",
            })
    void saysWhichLineCannotBeRead(String line, String key) {
        assertThatThrownBy(() -> DayLines.parse("2026-01-01,休,元旦\n" + line))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.errors().get(0).key()).isEqualTo(key);
                    assertThat(problem.errors().get(0).arguments()).containsExactly(2);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-01-01,休,元旦 | worktime.invalid.other-year",
                "2026-01-01~2026-01-03,休,元旦\\n2026-01-02,休,元旦 | worktime.invalid.day-twice",
                "2026-01-05,班,元旦 | worktime.invalid.worked-anyway",
                "'' | worktime.invalid.no-days",
            })
    void refusesAYearThatMakesNoSense(String lines, String key) {
        YearChange change =
                new YearChange.Typed(Status.ANNOUNCED, "依据", "source", null, lines.replace("\\n", "\n")).read();
        assertThatThrownBy(() -> change.checked(2026, "lines"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors().get(0).key()).isEqualTo(key));
    }
}
