package org.aeoreach.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T18:30:00Z, 2026-11-21T18:30:00Z",
        "2026-11-21T18:29:59Z, 2026-11-20T18:30:00Z",
        "2026-11-22T03:00:00Z, 2026-11-21T18:30:00Z",
        "2027-01-01T00:00:00Z, 2026-12-31T18:30:00Z"
    })
    void findsTheNewestNightInShanghai(Instant now, Instant slot) {
        assertThat(Schedule.daily(LocalTime.of(2, 30)).latest(now)).isEqualTo(slot);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T18:00:00Z, 2026-11-21T18:00:00Z",
        "2026-11-21T18:59:59.999Z, 2026-11-21T18:00:00Z",
        "1969-12-31T23:30:00Z, 1969-12-31T23:00:00Z"
    })
    void findsTheNewestFullHour(Instant now, Instant slot) {
        assertThat(Schedule.every(Duration.ofHours(1)).latest(now)).isEqualTo(slot);
    }
}
