package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.aeoreach.scope.Right;
import org.aeoreach.scope.Role;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.jspecify.annotations.Nullable;

/**
 * A viewer who is signed in (or anonymous), and what the table's rules need to know of him.
 *
 * @param role null when anonymous
 * @param path path of the unit he acts in; empty when anonymous
 * @param enterprise the enterprise he acts for, or 0
 * @param rights his rights in it
 */
record Actor(
        Kind kind,
        Caller caller,
        @Nullable Role role,
        String path,
        long account,
        long assignment,
        @Nullable Long substitution,
        long enterprise,
        Set<Right> rights) {

    static Actor of(Kind kind) throws SQLException {
        if (kind.login() == null) {
            return new Actor(kind, Caller.anonymous(), null, "", 0, 0, null, 0, Set.of());
        }
        Rows.Row row = kind.standsIn() ? standIn(kind.login()) : own(kind.login());
        Actor actor = new Actor(
                kind,
                Caller.signedIn(kind.login()),
                Role.valueOf(row.text("role")),
                row.text("org_path"),
                row.id("account"),
                row.id("id"),
                row.idOrNull("substitution"),
                row.id("enterprise"),
                Right.of(row.text("rights")));
        return kind.standsIn() ? actor.acting() : actor;
    }

    private static Rows.Row own(String login) throws SQLException {
        return Rows.one(
                "select a.id as account, r.id, r.role, r.org_path, null::bigint as substitution,"
                        + " coalesce(r.enterprise_id, 0) as enterprise, coalesce(m.rights, '') as rights from account a"
                        + " join role_assignment r on r.account_id = a.id left join enterprise_member m"
                        + " on m.account_id = a.id and m.enterprise_id = r.enterprise_id and m.ended_at is null"
                        + " where a.login = ? order by r.id limit 1",
                login);
    }

    private static Rows.Row standIn(String login) throws SQLException {
        return Rows.one(
                "select a.id as account, r.id, r.role, r.org_path, s.id as substitution, 0 as enterprise, '' as rights"
                        + " from account a join substitution s on s.substitute_id = a.id"
                        + " join role_assignment r on r.id = s.assignment_id where a.login = ?"
                        + " union all select a.id, r.id, r.role, r.org_path, null, d.enterprise_id, d.rights"
                        + " from account a join delegation d on d.representative_id = a.id"
                        + " join role_assignment r on r.account_id = a.id and r.enterprise_id = d.enterprise_id"
                        + " where a.login = ? order by 2 limit 1",
                login,
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
