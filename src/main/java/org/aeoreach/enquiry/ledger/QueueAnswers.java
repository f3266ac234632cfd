package org.aeoreach.enquiry.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.aeoreach.platform.SystemDatabase;
import org.aeoreach.platform.Tick;

/** Has answers noted that have gone out. */
@ApplicationScoped
public class QueueAnswers implements Tick {

    @Inject
    private SystemDatabase database;

    @Override
    public Duration pause() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void run() {
        database.list("select enquiry_contacts_queue()", row -> row.id(0));
    }
}
