package org.aeoreach.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.aeoreach.training.after.AfterSessions;
import org.aeoreach.training.session.SessionTab;
import org.aeoreach.training.session.TrainingStatus;
import org.aeoreach.training.session.TrainingView;

/** The certificates of a session that was held. */
@ApplicationScoped
class CertificateTab implements SessionTab {

    static final String NAME = "certificates";

    @Inject
    private AfterSessions sessions;

    @Override
    public int order() {
        return 50;
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
