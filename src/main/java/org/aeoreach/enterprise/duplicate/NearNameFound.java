package org.aeoreach.enterprise.duplicate;

import java.util.List;
import org.aeoreach.platform.Problem;

/** An enterprise was to be entered whose name is nearly that of others in its district; they are named with it. */
public final class NearNameFound extends Problem {

    private final transient List<Candidate> candidates;

    public NearNameFound(List<Candidate> candidates) {
        super(409, "duplicate.problem.near-name", candidates.size());
        this.candidates = List.copyOf(candidates);
    }

    @Override
    public List<Candidate> candidates() {
        return candidates;
    }
}
