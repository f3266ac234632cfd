package org.aeoreach.training.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import org.aeoreach.platform.Bound;

/** What time does to seats. */
@ApplicationScoped
public class SeatClock {

    @Inject
    private Bound bound;

    @Inject
    private Clock clock;

    /** Offers run out, kept seats are for everybody; whoever waits moves up. */
    @Transactional
    public void pass() {
        bound.query("select training_time_passed(?1)", clock.instant().atOffset(ZoneOffset.UTC))
                .getSingleResult();
    }
}
