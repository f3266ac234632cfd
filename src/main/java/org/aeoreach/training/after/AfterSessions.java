package org.aeoreach.training.after;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.training.session.TrainingReader;
import org.aeoreach.training.session.TrainingView;

/**
 * Sessions for who organised them and those above: what came of a session is nobody else's business, though everybody may
 * read that it is out.
 */
@ApplicationScoped
public class AfterSessions {

    /** Below so many people nothing is told that could be traced to one of them. */
    public static final int FEWEST = 5;

    @Inject
    private TrainingReader reader;

    @Inject
    private CurrentViewer viewer;

    /** @throws org.aeoreach.platform.Problem 404 when there is none within the viewer's range */
    public TrainingView get(long id) {
        TrainingView found = reader.get(id);
        if (!within(found)) {
            throw Problem.notFound();
        }
        return found;
    }

    /** One the viewer may change. @throws org.aeoreach.platform.Problem 404 otherwise */
    public TrainingView own(long id) {
        return reader.own(id);
    }

    public boolean within(TrainingView session) {
        return viewer.get()
                .filter(me -> !me.lo().isEmpty()
                        && session.orgPath().compareTo(me.lo()) >= 0
                        && session.orgPath().compareTo(me.hi()) < 0)
                .isPresent();
    }
}
