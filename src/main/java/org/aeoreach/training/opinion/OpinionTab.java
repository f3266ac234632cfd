package org.aeoreach.training.opinion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.aeoreach.training.after.AfterSessions;
import org.aeoreach.training.session.SessionTab;
import org.aeoreach.training.session.TrainingStatus;
import org.aeoreach.training.session.TrainingView;

/** Feedback on a session that is over. */
@ApplicationScoped
class OpinionTab implements SessionTab {

    static final String NAME = "feedback";

    @Inject
    private AfterSessions sessions;

    @Inject
    private Clock clock;

    @Override
    public int order() {
        return 70;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean shownFor(TrainingView session) {
        return (session.status() == TrainingStatus.HELD || session.status() == TrainingStatus.PUBLISHED)
                && session.endsAt().isBefore(clock.instant())
                && sessions.within(session);
    }
}
