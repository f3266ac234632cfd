package org.aeoreach.training.conference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.aeoreach.training.session.SessionTab;
import org.aeoreach.training.session.TrainingView;

/** The programme of a conference beside the conference. */
@ApplicationScoped
class ProgrammeTab implements SessionTab {

    static final String NAME = "programme";

    @Inject
    private Programmes programmes;

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean shownFor(TrainingView session) {
        return programmes.is(session);
    }
}
