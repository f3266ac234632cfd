package org.aeoreach.web.today;

import java.util.List;
import org.aeoreach.scope.Viewer;

/** A feature that knows of something that may wait for a viewer. */
public interface TodaySource {

    /**
     * What waits for the viewer in the role he acts in; nothing where it is not his to do. Row-level security applies,
     * so that numbers count only what he may see.
     */
    List<TodayItem> waitingFor(Viewer viewer);
}
