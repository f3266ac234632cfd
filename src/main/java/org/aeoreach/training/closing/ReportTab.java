package org.aeoreach.training.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.aeoreach.training.after.AfterSessions;
import org.aeoreach.training.session.SessionTab;
import org.aeoreach.training.session.TrainingStatus;
import org.aeoreach.training.session.TrainingView;

/** The closing report of a session that was held. */
@ApplicationScoped
class ReportTab implements SessionTab {

    static final String NAME = "report";

    @Inject
    private AfterSessions sessions;

    @Override
    public int order() {
        return 90;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean shownFor(TrainingView session) {
        return session.status() == TrainingStatus.HELD && sessions.within(session);
    }
}
