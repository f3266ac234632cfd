package org.aeoreach.training.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.training.session.SessionTab;
import org.aeoreach.training.session.TrainingStatus;
import org.aeoreach.training.session.TrainingView;

/** The door, for the organiser of a session that is out. */
@ApplicationScoped
class CheckInTab implements SessionTab {

    static final String NAME = "check-in";

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean shownFor(TrainingView session) {
        return session.own() && session.status() == TrainingStatus.PUBLISHED;
    }
}
