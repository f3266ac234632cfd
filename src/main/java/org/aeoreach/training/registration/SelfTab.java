package org.aeoreach.training.registration;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.training.session.SessionTab;
import org.aeoreach.training.session.TrainingStatus;
import org.aeoreach.training.session.TrainingView;

/** Registering oneself, where a session is for officers. */
@ApplicationScoped
class SelfTab implements SessionTab {

    static final String NAME = "self";

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean shownFor(TrainingView session) {
        return session.forOfficers() && session.status() != TrainingStatus.DRAFT;
    }
}
