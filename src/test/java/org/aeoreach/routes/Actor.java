package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.Map;
import org.aeoreach.scope.Role;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.jspecify.annotations.Nullable;

/**
 * A viewer who is signed in (or anonymous), and what the table's rules need to know of him.
 *
 * @param role null when anonymous
 * @param path path of the unit he acts in; empty when anonymous
 */
record Actor(
        Kind kind,
        Caller caller,
        @Nullable Role role,
        String path,
        long account,
        long assignment,
        @Nullable Long substitution) {

    static Actor of(Kind kind) throws SQLException {
        if (kind.login() == null) {
            return new Actor(kind, Caller.anonymous(), null, "", 0, 0, null);
        }
        Rows.Row row = kind.standsIn() ? standIn(kind.login()) : own(kind.login());
        Actor actor = new Actor(
                kind,
                Caller.signedIn(kind.login()),
                Role.valueOf(row.text("role")),
                row.text("org_path"),
                row.id("account"),
                row.id("id"),
                row.idOrNull("substitution"));
        return kind.standsIn() ? actor.acting() : actor;
    }

    private static Rows.Row own(String login) throws SQLException {
        return Rows.one(
                "select a.id as account, r.id, r.role, r.org_path, null::bigint as substitution from account a"
                        + " join role_assignment r on r.account_id = a.id where a.login = ? order by r.id limit 1",
                login);
    }

    private static Rows.Row standIn(String login) throws SQLException {
        return Rows.one(
                "select a.id as account, r.id, r.role, r.org_path, s.id as substitution from account a"
                        + " join substitution s on s.substitute_id = a.id join role_assignment r on r.id = s.assignment_id"
                        + " where a.login = ? order by s.id limit 1",
                login);
    }

    /** Chooses the role in his session; the demo person's first role is chosen at sign-in. */
    private Actor acting() {
        var answer = caller.form("/acting", choice());
        if (answer.statusCode() != 303) {
            throw new IllegalStateException(kind + " cannot act: " + answer.statusCode());
        }
        return this;
    }

    Map<String, String> choice() {
        return substitution == null
                ? Map.of("assignment", Long.toString(assignment))
                : Map.of("assignment", Long.toString(assignment), "substitution", Long.toString(substitution));
    }

    /** The same viewer in a session of its own, for calls that end or change it. */
    Actor inNewSession() throws SQLException {
        return of(kind);
    }

    boolean covers(String recordPath) {
        return role != null && role.isOfficer() && recordPath.startsWith(path);
    }
}
