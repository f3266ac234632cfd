package org.aeoreach.training.field;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.training.session.SessionTab;
import org.aeoreach.training.session.TrainingView;

/** The questions as a page about the session. */
@ApplicationScoped
class FieldTab implements SessionTab {

    static final String NAME = "fields";

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
        return true;
    }
}
