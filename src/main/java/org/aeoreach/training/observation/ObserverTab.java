package org.aeoreach.training.observation;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.training.session.SessionTab;
import org.aeoreach.training.session.TrainingKind;
import org.aeoreach.training.session.TrainingView;

/** Who observes, beside the session. */
@ApplicationScoped
class ObserverTab implements SessionTab {

    static final String NAME = "observers";

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean shownFor(TrainingView session) {
        return session.kind() == TrainingKind.OBSERVATION;
    }
}
