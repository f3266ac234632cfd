package org.aeoreach.outreach.importing;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.aeoreach.importing.ImportKind;
import org.aeoreach.importing.ImportStatements;

/** Withdraws what an import wrote, in a transaction that knows its viewer. */
final class TakeBackContacts {

    private static final int BATCH = 1_000;

    private static final String MADE = "select touchpoint_id from contact_import_row where import_id = ?"
            + " and outcome = 'MADE' order by touchpoint_id";
    /** Nobody corrects or withdraws one, or promises something in it, from here on. */
    private static final String COUNTING =
            "select id from touchpoint where id = any(?) and withdrawn_at is null" + " order by id for update";

    private static final String CORRECTED = "select id from touchpoint where id = any(?) and version > 0";
    private static final String TASKS = "select touchpoints_with_tasks(?)";
    private static final String FILES =
            "select distinct touchpoint_id from touchpoint_file where touchpoint_id = any(?)";
    private static final String KEEP =
            "update contact_import_row set kept = ? where import_id = ? and touchpoint_id = any(?)";
    private static final String WITHDRAW = "update touchpoint set withdrawn_at = now(), withdrawn_by = ?,"
            + " withdrawn_reason = ?, version = version + 1 where id = any(?)";

    private final ImportStatements statements;
    private final Plan plan;
    private final Relied relied;
    private long kept;
    private long removed;

    /** @param reason that stands with what was withdrawn */
    record Plan(long importId, long accountId, String reason) {}

    /** Which of some contacts something relies on. */
    interface Relied {
        Set<Long> of(Collection<Long> touchpoints);
    }

    TakeBackContacts(ImportStatements statements, Plan plan, Relied relied) {
        this.statements = statements;
        this.plan = plan;
        this.relied = relied;
    }

    /** @param progress hears how many contacts were looked at */
    ImportKind.Undone run(LongConsumer progress) throws SQLException {
        List<Long> made = statements.list(MADE, row -> row.id(0), plan.importId());
        for (int from = 0; from < made.size(); from += BATCH) {
            int to = Math.min(from + BATCH, made.size());
            takeBack(made.subList(from, to));
            progress.accept(to);
        }
        return new ImportKind.Undone(removed, 0, kept);
    }

    private void takeBack(List<Long> made) throws SQLException {
        Set<Long> left = new HashSet<>(ids(COUNTING, made));
        keep("CORRECTED", ids(CORRECTED, left), left);
        keep("TASK", ids(TASKS, left), left);
        keep("FILE", ids(FILES, left), left);
        keep("RELIED", relied.of(Set.copyOf(left)), left);
        if (left.isEmpty()) {
            return;
        }
        removed += statements.change(WITHDRAW, plan.accountId(), plan.reason(), statements.ids(left));
    }

    private void keep(String why, Collection<Long> those, Set<Long> left) throws SQLException {
        if (those.isEmpty()) {
            return;
        }
        kept += statements.change(KEEP, why, plan.importId(), statements.ids(those));
        left.removeAll(Set.copyOf(those));
    }

    private List<Long> ids(String sql, Collection<Long> those) throws SQLException {
        return statements.list(sql, row -> row.id(0), statements.ids(those));
    }
}
