package org.aeoreach.training.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.aeoreach.platform.Tick;

/** Has people whom nobody keeps as contacts taken out of sessions that are long over, by the rule for contact persons. */
@ApplicationScoped
public class ForgetPeople implements Tick {

    @Inject
    private OldPeople people;

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        while (people.forget() > 0) {
            // More are waiting.
        }
    }
}
