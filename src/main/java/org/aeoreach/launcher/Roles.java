package org.aeoreach.launcher;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.core.Utils;

/**
 * The three logins of one installation.
 *
 * @param owner owns the schema and migrates it; never leaves the launcher
 * @param application serves requests, bound by row-level security
 * @param jobs runs the listed system jobs
 */
record Roles(Login owner, Login application, Login jobs) {
    private static final String RIGHTS = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS";
    private static final int NAME_LIMIT = 63;

    /** Roles belong to the whole server, so they carry the name of the database: two installations may share one. */
    static Roles derive(String administratorPassword, String database) {
        return new Roles(
                login(administratorPassword, database, "_owner"),
                login(administratorPassword, database, "_app"),
                login(administratorPassword, database, "_jobs"));
    }

    private static Login login(String administratorPassword, String database, String suffix) {
        int length = Math.min(database.length(), NAME_LIMIT - suffix.length());
        String role = database.substring(0, length) + suffix;
        return new Login(role, DerivedPassword.of(administratorPassword, role, database));
    }

    List<Login> all() {
        return List.of(owner, application, jobs);
    }

    /** Needs no superuser: the right to create roles and the ownership of the database are enough. */
    void create(Database database, Connection administrator) {
        try {
            for (Login login : all()) {
                createOrReset(database, administrator, login);
            }
            grant(administrator, database.name());
        } catch (SQLException e) {
            throw new StartFailure(
                    ExitCode.DATABASE_REFUSED,
                    Sentence.of(
                            "The administrator may not prepare the database (%s): give it CREATEROLE and the ownership of the database.",
                            "管理员账号无权准备数据库（%s）：请授予 CREATEROLE 权限并设为该数据库的所有者。", StartFailure.reason(e)),
                    e);
        }
    }

    /** For logins that others created: better refused here than by every request later. */
    void verify(Database database) {
        for (Login login : all()) {
            try (Connection connection = database.connect(login)) {
                connection.isValid(10);
            } catch (SQLException e) {
                throw new IllegalStateException("closing a connection that was just opened", e);
            }
        }
    }

    /** A role that lets us in keeps its password, so that nodes that start together do not disturb each other. */
    private static void createOrReset(Database database, Connection administrator, Login login) throws SQLException {
        try (Statement statement = administrator.createStatement()) {
            if (!exists(statement, login.user())) {
                statement.execute("CREATE ROLE " + quoted(login.user()) + " " + RIGHTS);
            } else if (database.accepts(login)) {
                return;
            }
        }
        // Hashed on this side, so that the server can log the statement without giving the password away.
        administrator
                .unwrap(PGConnection.class)
                .alterUserPassword(login.user(), login.password().toCharArray(), "scram-sha-256");
    }

    private static boolean exists(Statement statement, String role) throws SQLException {
        try (ResultSet found =
                statement.executeQuery("SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = " + literal(role))) {
            return found.next();
        }
    }

    private void grant(Connection administrator, String database) throws SQLException {
        try (Statement statement = administrator.createStatement()) {
            for (Login login : all()) {
                statement.execute("GRANT CONNECT ON DATABASE " + quoted(database) + " TO " + quoted(login.user()));
            }
            statement.execute("GRANT CREATE ON DATABASE " + quoted(database) + " TO " + quoted(owner.user()));
        }
    }

    static String quoted(String identifier) throws SQLException {
        return Utils.escapeIdentifier(null, identifier).toString();
    }

    static String literal(String value) throws SQLException {
        return "'" + Utils.escapeLiteral(null, value, true) + "'";
    }
}
