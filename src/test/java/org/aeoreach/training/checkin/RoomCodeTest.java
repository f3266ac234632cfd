package org.aeoreach.training.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The code shown in a room. */
class RoomCodeTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:30Z");

    private final RoomCode room = new RoomCode(new byte[32]);

    @Test
    void itStandsForItsMinuteAndIsTakenOneMinuteLonger() {
        String code = room.at(NOW);
        assertThat(code).matches("[0-9]{6}").isEqualTo(room.at(NOW.plusSeconds(29)));
        assertThat(room.holds(code, NOW.plusSeconds(29))).isTrue();
        assertThat(room.holds(code, NOW.plusSeconds(89))).as("a minute later").isTrue();
        assertThat(room.holds(code, NOW.plusSeconds(90)))
                .as("two minutes later")
                .isFalse();
        assertThat(room.holds(code, NOW.minusSeconds(60)))
                .as("before it was shown")
                .isFalse();
    }

    @Test
    void everyMinuteAndEverySessionHasItsOwn() {
        assertThat(IntStream.range(0, 60).mapToObj(i -> room.at(NOW.plusSeconds(60L * i))))
                .doesNotHaveDuplicates();
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(new RoomCode(other).at(NOW)).isNotEqualTo(room.at(NOW));
    }
}
