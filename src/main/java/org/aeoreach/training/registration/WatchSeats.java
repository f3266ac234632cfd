package org.aeoreach.training.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.aeoreach.platform.Tick;

/** Lets offers run out and kept seats go when their time has come, and has everybody told what happened. */
@ApplicationScoped
public class WatchSeats implements Tick {

    @Inject
    private SeatClock seats;

    @Inject
    private AttendeeLetters letters;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        seats.pass();
        while (letters.write() >= AttendeeLetters.BATCH) {
            // More are waiting.
        }
    }
}
