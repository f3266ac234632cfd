package org.aeoreach.training.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.session.TrainingStatus;
import org.aeoreach.training.session.TrainingView;

/** Reads how the door of a session is kept. */
@ApplicationScoped
public class DoorReader {

    /** So long after the end of a session devices keep the names of its people. */
    static final Duration KEPT = Duration.ofHours(2);

    @Inject
    private Bound bound;

    @Transactional
    public Door of(TrainingView training) {
        boolean leaving = Rows.one(
                        bound.query("select check_out from training_session where id = ?1", training.id()),
                        row -> row.flag(0))
                .orElse(false);
        return new Door(
                training.endsAt().plus(KEPT).toEpochMilli(), training.status() == TrainingStatus.PUBLISHED, leaving);
    }
}
