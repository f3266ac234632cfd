package org.aeoreach.web.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-02-27");

    @ParameterizedTest
    @CsvSource({
        "2026-03-03, PLAIN, in 4 days, 还有 4 天",
        "2026-03-01, WARN, in 2 days, 还有 2 天",
        "2026-02-28, WARN, in 1 day, 还有 1 天",
        "2026-02-27, WARN, today, 今天到期",
        "2026-02-26, BAD, overdue by 1 day, 逾期 1 天",
        "2025-02-27, BAD, overdue by 365 days, 逾期 365 天"
    })
    void saysHowManyDaysAreLeftOrOver(LocalDate due, Header.Tone tone, String english, String chinese) {
        Deadline deadline = new Deadline(due, TODAY);
        Messages messages = new Messages();
        assertThat(deadline.tone()).isEqualTo(tone);
        assertThat(messages.text(Language.EN, deadline.key(), deadline.number()))
                .isEqualTo(english);
        assertThat(messages.text(Language.ZH, deadline.key(), deadline.number()))
                .isEqualTo(chinese);
    }
}
