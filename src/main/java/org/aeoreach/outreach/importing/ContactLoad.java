package org.aeoreach.outreach.importing;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.aeoreach.importing.CopyBuffer;
import org.aeoreach.importing.ImportKind;
import org.aeoreach.importing.ImportStatements;
import org.aeoreach.importing.table.TableRows;

/**
 * Makes contacts of the rows of a file, in a transaction that knows its viewer. Nothing holds until that
 * transaction commits. Contacts are written by the thousand, so that whoever cancels is heard.
 */
final class ContactLoad {

    private static final int CHUNK = 10_000;
    private static final int BATCH = 1_000;
    private static final int NAMES = 2_000;

    private final ImportStatements statements;
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

    ContactLoad(ImportStatements statements, Plan plan, ContactReader reader, OtherNames names) {
        this.statements = statements;
        this.plan = plan;
        this.reader = reader;
        this.names = names;
    }

    /** @param rows behind the header @param progress hears how many rows were dealt with: half of it is reading */
    ImportKind.Counts run(TableRows rows, LongConsumer progress) throws SQLException, IOException {
        statements.execute(ContactSql.LINES);
        stage(rows, progress);
        statements.execute(ContactSql.INDEXES);
        findEnterprises();
        statements.change(ContactSql.PERSONS);
        statements.change(ContactSql.CONTACTS);
        findFaults();
        progress.accept(read / 2);
        statements.number(ContactSql.LOCK);
        statements.change(ContactSql.NUMBER, BATCH);
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
        statements.copy(ContactSql.COPY, text.bytes());
        read += text.rows();
        text.clear();
        progress.accept(read / 2);
    }

    private void findEnterprises() throws SQLException {
        statements.change(ContactSql.BY_CUSTOMS_CODE);
        statements.change(ContactSql.BY_USCC);
        statements.change(ContactSql.BY_NAME);
        List<String> called = new ArrayList<>();
        List<Long> found = new ArrayList<>();
        for (String name : statements.list(ContactSql.UNKNOWN_NAMES, row -> row.text(0), NAMES)) {
            for (long id : names.of(name)) {
                called.add(name);
                found.add(id);
            }
        }
        if (!found.isEmpty()) {
            statements.change(ContactSql.BY_OTHER_NAME, statements.texts(called), statements.ids(found));
        }
        statements.change(ContactSql.UNKNOWN);
        statements.change(ContactSql.OTHER_NAME);
    }

    private void findFaults() throws SQLException {
        statements.change(ContactSql.DIFFERS);
        statements.change(ContactSql.MANY);
        statements.change(ContactSql.UNIT, plan.unitId(), plan.orgPath());
        if (!plan.all()) {
            statements.change(ContactSql.TWICE);
            statements.change(ContactSql.KNOWN);
        }
        statements.change(ContactSql.TOGETHER);
    }

    private ImportKind.Counts write(LongConsumer progress) throws SQLException {
        long[] counts = statements.numbers(ContactSql.BATCHES, 3);
        long made = counts[1];
        for (int batch = 0; made > 0 && batch <= counts[0]; batch++) {
            statements.change(ContactSql.TOUCHPOINTS, plan.accountId(), batch);
            statements.change(ContactSql.PARTIES, batch);
            statements.change(ContactSql.OFFICERS, batch);
            statements.change(ContactSql.MET, batch);
            statements.change(ContactSql.SUBJECTS, batch);
            progress.accept(read / 2 + Math.min((batch + 1L) * BATCH, made) * (read - read / 2) / made);
        }
        statements.change(ContactSql.MADE, plan.importId(), plan.orgPath());
        statements.change(ContactSql.REJECTED, plan.importId(), plan.orgPath());
        return new ImportKind.Counts(made, 0, 0, counts[2]);
    }
}
