package org.aeoreach.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PausesTest {

    private final Pauses pauses = new Pauses(new SplittableRandom(7));

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 5", "4, 10", "5, 15", "12, 15", "1000, 15"})
    void ofAServerGrowToAQuarterOfAnHour(int failures, int minutes) {
        for (int i = 0; i < 100; i++) {
            assertThat(pauses.ofServer(failures))
                    .isBetween(Duration.ofSeconds(minutes * 48L), Duration.ofMinutes(minutes));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "5, 15", "6, 30", "7, 60", "8, 120", "9, 240", "27, 240"})
    void ofAMailGrowToFourHours(int failures, int minutes) {
        for (int i = 0; i < 100; i++) {
            assertThat(pauses.after(failures))
                    .isBetween(Duration.ofSeconds(minutes * 48L), Duration.ofMinutes(minutes));
        }
    }

    @Test
    void ofAMailLastThreeDaysInAll() {
        Duration all = Duration.ZERO;
        for (int failures = 1; failures < Pauses.MOST_ATTEMPTS; failures++) {
            all = all.plus(pauses.after(failures));
        }
        assertThat(all).isBetween(Duration.ofHours(66), Duration.ofHours(84));
    }

    @Test
    void differFromEachOther() {
        assertThat(pauses.after(5)).isNotEqualTo(pauses.after(5));
    }
}
