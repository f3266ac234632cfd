package org.aeoreach.web;

import java.sql.SQLException;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/** What a database error means to the person who waits for an answer. */
final class Database {

    private Database() {}

    /** Null when the error is a fault of ours. States are those of PostgreSQL, appendix A. */
    static @Nullable Problem problem(SQLException fault) {
        String state = fault.getSQLState();
        if (state == null) {
            // The pool answers so when no connection came free in time or none could be made.
            return fault.getMessage() != null && fault.getMessage().contains("allocating a connection")
                    ? new Unavailable("web.problem.busy", 2)
                    : null;
        }
        if (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")) {
            return new Unavailable("web.problem.database-away", 5);
        }
        return switch (state) {
            case "55P03", "57014", "40001", "40P01" -> new Unavailable("web.problem.busy", 2);
            case "42501" -> Problem.forbidden();
            case "23505" -> new Problem(409, "web.problem.duplicate");
            // A character PostgreSQL cannot hold: U+0000.
            case "22021", "22P05" -> new Problem(400, "web.problem.malformed-request");
            case "25006" -> new Unavailable("web.problem.read-only", 30);
            default -> null;
        };
    }
}
