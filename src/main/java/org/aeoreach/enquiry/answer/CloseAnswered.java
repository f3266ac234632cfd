package org.aeoreach.enquiry.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.aeoreach.platform.Tick;

/** Closes what was answered and not written to since. One that cannot be closed is logged and does not hold up the others. */
@ApplicationScoped
public class CloseAnswered implements Tick {

    private static final System.Logger LOG = System.getLogger(CloseAnswered.class.getName());

    @Inject
    private Closing closing;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void run() {
        List<Closing.Over> over = closing.over();
        while (over.stream().filter(this::closed).count() == Closing.BATCH) {
            over = closing.over();
        }
    }

    private boolean closed(Closing.Over over) {
        try {
            return closing.close(over);
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.WARNING, "Enquiry " + over.enquiry() + " was not closed", fault);
            return false;
        }
    }
}
