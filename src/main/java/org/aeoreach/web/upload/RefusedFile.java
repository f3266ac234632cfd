package org.aeoreach.web.upload;

import java.util.List;
import org.aeoreach.platform.Problem;

/** A file that is not kept since it holds malware, or since nobody could tell whether it does. */
public final class RefusedFile extends Problem {

    private final boolean infected;

    RefusedFile(String field, String name, boolean infected) {
        super(
                400,
                "web.problem.validation",
                List.of(new FieldError(
                        field, infected ? "component.upload.infected" : "component.upload.unchecked", name)));
        this.infected = infected;
    }

    /** Whether malware was found; else it could not be looked for. */
    public boolean infected() {
        return infected;
    }
}
