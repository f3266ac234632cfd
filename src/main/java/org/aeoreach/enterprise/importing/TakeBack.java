package org.aeoreach.enterprise.importing;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.aeoreach.importing.ImportStatements;

/** Undoes what an import did, in a transaction that knows its viewer. */
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
    private static final String TAKE = "select enterprise_import_take_back(?, ?, ?)";

    private final ImportStatements statements;
    private final long importId;

    TakeBack(ImportStatements statements, long importId) {
        this.statements = statements;
        this.importId = importId;
    }

    /** What was undone. */
    record Counts(long removed, long restored) {}

    Counts run(LongConsumer progress) throws SQLException {
        statements.number(LOCK, importId);
        long restored = statements.change(MARK, importId);
        if (restored > 0) {
            statements.change(NAMES, importId);
            statements.change(GRADES, importId);
            statements.change(RESTORE, importId);
        }
        progress.accept(restored);
        return new Counts(remove(restored, progress), restored);
    }

    private long remove(long before, LongConsumer progress) throws SQLException {
        long[] range = statements.numbers(RANGE, 2, importId);
        long removed = 0;
        for (long first = range[0]; first > 0 && first <= range[1]; first += STEP) {
            removed += statements.number(TAKE, importId, first, Math.min(first + STEP - 1, range[1]));
            progress.accept(before + removed);
        }
        return removed;
    }
}
