package org.aeoreach.training.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.aeoreach.training.after.AfterSessions;
import org.aeoreach.training.session.SessionTab;
import org.aeoreach.training.session.TrainingStatus;
import org.aeoreach.training.session.TrainingView;

/** The check of a session that is of a course. */
@ApplicationScoped
class CheckTab implements SessionTab {

    static final String NAME = "check";

    @Inject
    private CheckResults results;

    @Inject
    private AfterSessions sessions;

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean shownFor(TrainingView session) {
        return session.status() != TrainingStatus.DRAFT && sessions.within(session) && results.taught(session.id());
    }
}
