package org.aeoreach.job;

import jakarta.json.JsonArray;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.platform.JsonText;
import org.jspecify.annotations.Nullable;

/** A row of the job table, as its owner sees it. */
record TestJob(
        long id,
        String status,
        int attempts,
        @Nullable String result,
        @Nullable String error,
        JsonArray arguments) {

    private static final String BY_PERSON = "insert into job (kind, account_id, assignment_id, org_path)"
            + " select ?, r.account_id, r.id, r.org_path from role_assignment r join account a on a.id = r.account_id"
            + " where a.login = ? order by r.id limit 1 returning id";

    /** Enters a job as the service does for that person. */
    static long enter(String kind, String login) {
        try (Connection owner = TestPostgres.running().owner();
                PreparedStatement insert = owner.prepareStatement(BY_PERSON)) {
            insert.setString(1, kind);
            insert.setString(2, login);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static int count(String kind) {
        return (int) number("select count(*) from job where kind = '" + kind + "'");
    }

    static long number(String sql) {
        try (Connection owner = TestPostgres.running().owner();
                PreparedStatement query = owner.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void change(String sql) {
        try (Connection owner = TestPostgres.running().owner();
                PreparedStatement update = owner.prepareStatement(sql)) {
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static TestJob of(long id) {
        try (Connection owner = TestPostgres.running().owner();
                PreparedStatement query = owner.prepareStatement(
                        "select id, status, attempts, result, error, error_arguments from job where id = " + id);
                ResultSet row = query.executeQuery()) {
            row.next();
            return new TestJob(
                    row.getLong(1),
                    row.getString(2),
                    row.getInt(3),
                    row.getString(4),
                    row.getString(5),
                    JsonText.array(row.getString(6)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
