package org.aeoreach.training.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;

/** People who registered by their address alone or came unannounced, of whom there is no other record. */
@ApplicationScoped
public class OldPeople {

    private static final int BATCH = 200;

    @Inject
    private Bound bound;

    @Inject
    private Clock clock;

    /** @return how many were taken out */
    @Transactional
    public int forget() {
        return Rows.one(
                        bound.query(
                                "select training_forget(?1, ?2)",
                                clock.instant().atOffset(ZoneOffset.UTC),
                                BATCH),
                        row -> (int) row.id(0))
                .orElse(0);
    }
}
