package org.aeoreach.launcher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** A transaction of the schema owner that fills the database; one at a time over all nodes that start. */
final class OwnerTransaction {

    /** What is done inside the transaction. */
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    private OwnerTransaction() {}

    static void run(Connection owner, Work work) throws SQLException {
        boolean autoCommit = owner.getAutoCommit();
        owner.setAutoCommit(false);
        try {
            waitForOtherNodes(owner);
            work.on(owner);
            owner.commit();
        } catch (SQLException | RuntimeException e) {
            owner.rollback();
            throw e;
        } finally {
            owner.setAutoCommit(autoCommit);
        }
    }

    /** Writes one audit entry for all that the transaction loads; changes is JSON of field to [from, to]. */
    static void audit(Connection owner, String action, String recordType, String changes) throws SQLException {
        try (PreparedStatement append =
                owner.prepareStatement("select aeo.audit_append(?, ?, null, '0000.', ?::jsonb)")) {
            append.setString(1, action);
            append.setString(2, recordType);
            append.setString(3, changes);
            append.execute();
        }
    }

    // Two nodes that start on one new database would both find the same rows missing.
    private static void waitForOtherNodes(Connection owner) throws SQLException {
        try (Statement lock = owner.createStatement()) {
            lock.execute("set local lock_timeout = '60s'");
            lock.execute("select pg_advisory_xact_lock(hashtext('aeo.load'))");
        }
    }
}
