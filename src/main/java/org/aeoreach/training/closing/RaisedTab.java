package org.aeoreach.training.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.aeoreach.training.after.AfterSessions;
import org.aeoreach.training.session.SessionTab;
import org.aeoreach.training.session.TrainingStatus;
import org.aeoreach.training.session.TrainingView;

/** Questions raised at a session, once it has begun. */
@ApplicationScoped
class RaisedTab implements SessionTab {

    static final String NAME = "questions";

    @Inject
    private AfterSessions sessions;

    @Inject
    private Clock clock;

    @Override
    public int order() {
        return 80;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean shownFor(TrainingView session) {
        return (session.status() == TrainingStatus.HELD || session.status() == TrainingStatus.PUBLISHED)
                && session.startsAt().isBefore(clock.instant())
                && sessions.within(session);
    }
}
