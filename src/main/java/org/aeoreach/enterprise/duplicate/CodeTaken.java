package org.aeoreach.enterprise.duplicate;

import java.util.List;
import org.aeoreach.platform.Problem;

/** A code belongs to an enterprise the viewer may see; it is named with the problem. */
public final class CodeTaken extends Problem {

    private final transient List<Candidate> candidates;

    public CodeTaken(String field, Candidate holder) {
        super(
                400,
                "web.problem.validation",
                List.of(new FieldError(field, "enterprise.invalid.code-here", Long.toString(holder.id()))));
        this.candidates = List.of(holder);
    }

    @Override
    public List<Candidate> candidates() {
        return candidates;
    }
}
