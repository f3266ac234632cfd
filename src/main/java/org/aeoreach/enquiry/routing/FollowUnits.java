package org.aeoreach.enquiry.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.aeoreach.platform.Tick;

/** Brings enquiries of closed units to whoever does their work. One that cannot be moved is logged and does not hold up the others. */
@ApplicationScoped
public class FollowUnits implements Tick {

    private static final System.Logger LOG = System.getLogger(FollowUnits.class.getName());

    @Inject
    private LeftBehind leftBehind;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void run() {
        List<LeftBehind.One> found = leftBehind.found();
        while (found.stream().filter(this::takenOver).count() == LeftBehind.BATCH) {
            found = leftBehind.found();
        }
    }

    private boolean takenOver(LeftBehind.One one) {
        try {
            return leftBehind.takeOver(one);
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.WARNING, "Enquiry " + one.enquiry() + " was not taken over", fault);
            return false;
        }
    }
}
