package org.aeoreach.training.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.training.session.SessionTab;
import org.aeoreach.training.session.TrainingView;

/** Reminders beside the session. */
@ApplicationScoped
class ReminderTab implements SessionTab {

    static final String NAME = "reminders";

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
        return true;
    }
}
