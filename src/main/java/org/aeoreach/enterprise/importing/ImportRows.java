package org.aeoreach.enterprise.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aeoreach.enterprise.importing.table.Reading;
import org.aeoreach.enterprise.importing.table.TableFile;
import org.aeoreach.enterprise.importing.table.TableRows;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.web.Slice;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.export.Format;
import org.aeoreach.web.list.export.RowFile;
import org.aeoreach.web.upload.StoredFiles;

/** The rows of an import that were refused, told and handed back. */
@ApplicationScoped
class ImportRows {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Reasons reasons;

    @Inject
    private StoredFiles files;

    @Inject
    private Messages messages;

    /** Those behind a line, in their order. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Slice<RejectedRow> rejected(long importId, long after, int limit) {
        Language language = RequestContext.current().language();
        var query = em.createNativeQuery("select line, code, reason, array_to_json(arguments)::text"
                        + " from enterprise_import_row where import_id = ? and outcome = 'REJECTED' and line > ?"
                        + " order by line limit ?")
                .setParameter(1, importId)
                .setParameter(2, after)
                .setParameter(3, limit + 1);
        List<RejectedRow> rows = Rows.list(
                query,
                row -> new RejectedRow(
                        row.id(0),
                        row.textOrNull(1) == null ? "" : row.text(1),
                        reasons.text(language, row.text(2), texts(row.text(3)))));
        return Slice.of(rows, limit, RejectedRow::line);
    }

    private static List<String> texts(String json) {
        try (var reader = jakarta.json.Json.createReader(new java.io.StringReader(json))) {
            return reader.readArray().getValuesAs(jakarta.json.JsonString::getString);
        }
    }

    /**
     * Writes the refused rows as they stood in the file, as CSV: the line and the reason in both languages before the
     * cells, under a header that the next import knows again.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void write(ImportView view, OutputStream out) throws IOException {
        Map<Long, Refusal> refused = refused(view.id());
        Reading reading = new Reading(view.charset(), view.separator(), view.sheet());
        try (RowFile file = Format.CSV.write(out, view.source(), Time.ZONE);
                TableRows rows = TableFile.open(files.content(view.fileId()), reading)) {
            List<String> headings = new ArrayList<>();
            headings.add(messages.text(Language.ZH, "enterpriseimport.line"));
            headings.add(messages.text(Language.ZH, "enterpriseimport.reason"));
            headings.add(messages.text(Language.EN, "enterpriseimport.reason"));
            headings.addAll(view.header());
            file.headings(headings);
            rows.next();
            for (String[] cells = rows.next(); cells != null && !refused.isEmpty(); cells = rows.next()) {
                Refusal refusal = refused.remove(rows.line());
                if (refusal != null) {
                    file.row(row(rows.line(), refusal, cells));
                }
            }
        }
    }

    private List<Cell> row(long line, Refusal refusal, String[] cells) {
        List<Cell> row = new ArrayList<>();
        row.add(new Cell.Amount(line));
        for (Language language : List.of(Language.ZH, Language.EN)) {
            row.add(Cell.text(reasons.text(language, refusal.reason(), refusal.arguments())));
        }
        Arrays.stream(cells).map(Cell::text).forEach(row::add);
        return row;
    }

    private Map<Long, Refusal> refused(long importId) {
        var query = em.createNativeQuery(
                        "select line, reason, array_to_json(arguments)::text from enterprise_import_row"
                                + " where import_id = ? and outcome = 'REJECTED'")
                .setParameter(1, importId);
        Map<Long, Refusal> refused = new HashMap<>();
        for (Rows.Row row : Rows.list(query, row -> row)) {
            refused.put(row.id(0), new Refusal(row.text(1), texts(row.text(2))));
        }
        return refused;
    }

    static UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException("The file of an import cannot be read", e);
    }
}
