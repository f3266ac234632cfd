package org.aeoreach.training.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.training.session.SessionTab;
import org.aeoreach.training.session.TrainingStatus;
import org.aeoreach.training.session.TrainingView;

/** What came after a session, for who organised it and those above him. */
@ApplicationScoped
public class OutcomeTab implements SessionTab {

    static final String NAME = "outcome";

    @Inject
    private CurrentViewer viewer;

    @Override
    public int order() {
        return 900;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean shownFor(TrainingView session) {
        return session.status() == TrainingStatus.HELD && viewer.require().covers(session.orgPath());
    }
}
