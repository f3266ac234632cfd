package org.aeoreach.training.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.training.session.SessionTab;
import org.aeoreach.training.session.TrainingStatus;
import org.aeoreach.training.session.TrainingView;

/** Who was there, for the organiser of a session that is out or was held. */
@ApplicationScoped
class AttendanceTab implements SessionTab {

    static final String NAME = "attendance";

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean shownFor(TrainingView session) {
        return session.own()
                && (session.status() == TrainingStatus.PUBLISHED || session.status() == TrainingStatus.HELD);
    }
}
