package org.aeoreach.training.after;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.aeoreach.platform.Tick;

/** Looks for sessions that are over, and has those who came, and those asked why they did not, written to. */
@ApplicationScoped
public class WriteAfter implements Tick {

    @Inject
    private AfterLetters letters;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(20);
    }

    @Override
    public void run() {
        while (letters.write() >= AfterLetters.BATCH) {
            // More are waiting.
        }
    }
}
