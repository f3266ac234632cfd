package org.aeoreach.training.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.aeoreach.platform.Tick;

/** Reminds people when it is time. */
@ApplicationScoped
public class WatchReminders implements Tick {

    @Inject
    private ReminderLetters letters;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(20);
    }

    @Override
    public void run() {
        while (letters.write() >= ReminderLetters.BATCH) {
            // More are due.
        }
    }
}
