package org.aeoreach.enquiry.bulk;

import java.util.List;
import org.aeoreach.platform.Problem;

/** It cannot be done with some of them; it was done with none. Those are told with the reason. */
public final class BatchStopped extends Problem {

    private final transient List<Choice> stopped;

    BatchStopped(List<Choice> stopped, int chosen) {
        super(409, "desk.problem.batch-stopped", stopped.size(), chosen);
        this.stopped = List.copyOf(stopped);
    }

    @Override
    public List<Choice> candidates() {
        return stopped;
    }
}
