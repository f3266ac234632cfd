package org.aeoreach.platform;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TickerTest {

    @Test
    void survivesWhateverARunThrows() {
        Tick tick = new Tick() {
            @Override
            public Duration pause() {
                return Duration.ZERO;
            }

            @Override
            public void run() {
                throw new NoClassDefFoundError("as a run may");
            }
        };
        assertThatCode(() -> Ticker.once(tick)).doesNotThrowAnyException();
    }
}
