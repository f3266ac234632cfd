package org.aeoreach.outreach.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.aeoreach.importing.CopyBuffer;
import org.aeoreach.importing.ImportKind;
import org.aeoreach.importing.table.TableRows;
import org.postgresql.PGConnection;

/**
 * Makes contacts of the rows of a file, on a connection whose transaction knows its viewer. Nothing holds until that
 * transaction commits. Contacts are written by the thousand, so that whoever cancels is heard.
 */
final class ContactLoad {

    private static final int CHUNK = 10_000;
    private static final int BATCH = 1_000;
    private static final int NAMES = 2_000;

    private final Connection connection;
    private final Plan plan;
    private final ContactReader reader;
    private final OtherNames names;
    private long read;

    /**
     * Whose import it is and what it may do.
     *
     * @param orgPath of the import
     * @param unitId whose contacts those without a unit are
     * @param all whether contacts that are there already are written once more
     */
    record Plan(long importId, String orgPath, long unitId, long accountId, boolean all) {}

    /** Finds enterprises that may be called so in another way. */
    interface OtherNames {
        List<Long> of(String name);
    }

    ContactLoad(Connection connection, Plan plan, ContactReader reader, OtherNames names) {
        this.connection = connection;
        this.plan = plan;
        this.reader = reader;
        this.names = names;
    }

    /** @param rows behind the header @param progress hears how many rows were dealt with: half of it is reading */
    ImportKind.Counts run(TableRows rows, LongConsumer progress) throws SQLException, IOException {
        execute(ContactSql.LIMITS);
        execute(ContactSql.LINES);
        stage(rows, progress);
        execute(ContactSql.INDEXES);
        findEnterprises();
        change(ContactSql.PERSONS);
        change(ContactSql.CONTACTS);
        findFaults();
        progress.accept(read / 2);
        count(ContactSql.LOCK);
        change(ContactSql.NUMBER, BATCH);
        return write(progress);
    }

    private void stage(TableRows rows, LongConsumer progress) throws SQLException, IOException {
        CopyBuffer text = new CopyBuffer();
        for (String[] cells = rows.next(); cells != null; cells = rows.next()) {
            reader.read(rows.line(), cells).write(text);
            if (text.rows() == CHUNK) {
                copy(text, progress);
            }
        }
        copy(text, progress);
    }

    private void copy(CopyBuffer text, LongConsumer progress) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(ContactSql.COPY, new ByteArrayInputStream(text.bytes()), 1 << 16);
        read += text.rows();
        text.clear();
        progress.accept(read / 2);
    }

    private void findEnterprises() throws SQLException {
        change(ContactSql.BY_CUSTOMS_CODE);
        change(ContactSql.BY_USCC);
        change(ContactSql.BY_NAME);
        List<String> called = new ArrayList<>();
        List<Long> found = new ArrayList<>();
        for (String name : unknownNames()) {
            for (long id : names.of(name)) {
                called.add(name);
                found.add(id);
            }
        }
        if (!found.isEmpty()) {
            change(
                    ContactSql.BY_OTHER_NAME,
                    connection.createArrayOf("text", called.toArray()),
                    connection.createArrayOf("bigint", found.toArray()));
        }
        change(ContactSql.UNKNOWN);
        change(ContactSql.OTHER_NAME);
    }

    private List<String> unknownNames() throws SQLException {
        List<String> unknown = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ContactSql.UNKNOWN_NAMES)) {
            statement.setInt(1, NAMES);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    unknown.add(rows.getString(1));
                }
            }
        }
        return unknown;
    }

    private void findFaults() throws SQLException {
        change(ContactSql.DIFFERS);
        change(ContactSql.MANY);
        change(ContactSql.UNIT, plan.unitId(), plan.orgPath());
        if (!plan.all()) {
            change(ContactSql.TWICE);
            change(ContactSql.KNOWN);
        }
        change(ContactSql.TOGETHER);
    }

    private ImportKind.Counts write(LongConsumer progress) throws SQLException {
        long[] counts = count(ContactSql.BATCHES);
        long made = counts[1];
        for (int batch = 0; made > 0 && batch <= counts[0]; batch++) {
            change(ContactSql.TOUCHPOINTS, plan.accountId(), batch);
            change(ContactSql.PARTIES, batch);
            change(ContactSql.OFFICERS, batch);
            change(ContactSql.MET, batch);
            change(ContactSql.SUBJECTS, batch);
            progress.accept(read / 2 + Math.min((batch + 1L) * BATCH, made) * (read - read / 2) / made);
        }
        change(ContactSql.MADE, plan.importId(), plan.orgPath());
        change(ContactSql.REJECTED, plan.importId(), plan.orgPath());
        return new ImportKind.Counts(made, 0, 0, counts[2]);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int change(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    /** The numbers of the one row; 0 for what is not there. */
    private long[] count(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            long[] numbers = new long[row.getMetaData().getColumnCount()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = row.getLong(i + 1);
            }
            return numbers;
        }
    }
}
