package org.aeoreach.enterprise.importing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** Undoes what an import did, on a connection whose transaction knows its viewer. */
final class TakeBack {

    /** Ids looked at in one step; those of enterprises go by fifties. */
    private static final long STEP = 50 * 5_000;

    private static final String LOCK =
            "select count(*) from (select id from enterprise where id in (select enterprise_id"
                    + " from enterprise_import_row where import_id = ? and outcome = 'UPDATED') order by id for update) locked";
    private static final String MARK = "update enterprise_import_row r set restored = true from enterprise e"
            + " where r.import_id = ? and r.outcome = 'UPDATED' and e.id = r.enterprise_id and e.version = r.version_after"
            + " and e.merged_into is null";
    private static final String NAMES =
            "delete from enterprise_former_name f using enterprise e, enterprise_import_row r"
                    + " where r.import_id = ? and r.restored and e.id = r.enterprise_id and f.enterprise_id = e.id"
                    + " and e.name_zh <> r.before ->> 'name_zh' and f.name_zh = r.before ->> 'name_zh'"
                    + " and f.valid_to = e.name_since - 1";
    private static final String GRADES =
            "delete from enterprise_former_grade f using enterprise e, enterprise_import_row r"
                    + " where r.import_id = ? and r.restored and e.id = r.enterprise_id and f.enterprise_id = e.id"
                    + " and e.grade <> r.before ->> 'grade' and f.grade = r.before ->> 'grade'"
                    + " and f.valid_to = e.grade_since - 1";
    private static final String RESTORE = "update enterprise e set "
            + Arrays.stream(ImportField.values())
                    .filter(field -> field != ImportField.HOUSE)
                    .map(field -> field.column() + " = b." + field.column())
                    .collect(Collectors.joining(", "))
            + ", version = e.version + 1, changed_at = now() from (select r.enterprise_id as of, v.*"
            + " from enterprise_import_row r cross join lateral jsonb_populate_record(null::enterprise, r.before) v"
            + " where r.import_id = ? and r.restored) b where e.id = b.of";
    private static final String RANGE = "select min(id), max(id) from enterprise where import_id = ?";

    private final Connection connection;
    private final long importId;

    TakeBack(Connection connection, long importId) {
        this.connection = connection;
        this.importId = importId;
    }

    /** What was undone. */
    record Counts(long removed, long restored) {}

    Counts run(LongConsumer progress) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local statement_timeout = '55s'; set local lock_timeout = '50s'");
        }
        read(LOCK);
        long restored = change(MARK);
        if (restored > 0) {
            change(NAMES);
            change(GRADES);
            change(RESTORE);
        }
        progress.accept(restored);
        return new Counts(remove(restored, progress), restored);
    }

    private long remove(long before, LongConsumer progress) throws SQLException {
        long[] range = read(RANGE);
        long removed = 0;
        for (long first = range[0]; first > 0 && first <= range[1]; first += STEP) {
            try (PreparedStatement statement =
                    connection.prepareStatement("select enterprise_import_take_back(?, ?, ?)")) {
                statement.setLong(1, importId);
                statement.setLong(2, first);
                statement.setLong(3, Math.min(first + STEP - 1, range[1]));
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    removed += row.getLong(1);
                }
            }
            progress.accept(before + removed);
        }
        return removed;
    }

    private int change(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, importId);
            return statement.executeUpdate();
        }
    }

    /** The numbers of the one row; 0 for what is not there. */
    private long[] read(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, importId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                long[] numbers = new long[row.getMetaData().getColumnCount()];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = row.getLong(i + 1);
                }
                return numbers;
            }
        }
    }
}
