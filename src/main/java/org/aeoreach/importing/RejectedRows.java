package org.aeoreach.importing;

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
import org.aeoreach.importing.cell.Reasons;
import org.aeoreach.importing.cell.Refusal;
import org.aeoreach.importing.table.TableFile;
import org.aeoreach.importing.table.TableRows;
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
import org.jspecify.annotations.Nullable;

/** The rows of an import that were refused, told and handed back. */
@ApplicationScoped
class RejectedRows {

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
    public Slice<RejectedRow> rejected(ImportKind kind, long importId, long after, int limit) {
        Language language = RequestContext.current().language();
        var query = em.createNativeQuery("select line, code, reason, array_to_json(arguments)::text"
                        + " from " + kind.names().table()
                        + "_row where import_id = ? and outcome = 'REJECTED' and line > ?"
                        + " order by line limit ?")
                .setParameter(1, importId)
                .setParameter(2, after)
                .setParameter(3, limit + 1);
        List<RejectedRow> rows = Rows.list(
                query,
                row -> new RejectedRow(
                        row.id(0),
                        row.textOrNull(1) == null ? "" : row.text(1),
                        text(kind, language, new Refusal(row.text(2), ImportViews.texts(row.text(3))))));
        return Slice.of(rows, limit, RejectedRow::line);
    }

    /**
     * Writes the refused rows as they stood in the file, as CSV: the line and the reason in both languages before the
     * cells, under a header that the next import knows again.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void write(ImportKind kind, ImportView view, OutputStream out) throws IOException {
        Map<Long, Refusal> refused = refused(kind, view.id());
        try (RowFile file = Format.CSV.write(out, view.source(), Time.ZONE);
                TableRows rows = TableFile.open(files.content(view.fileId()), view.reading())) {
            List<String> headings = new ArrayList<>();
            headings.add(messages.text(Language.ZH, "importing.line"));
            headings.add(messages.text(Language.ZH, "importing.reason"));
            headings.add(messages.text(Language.EN, "importing.reason"));
            headings.addAll(view.header());
            file.headings(headings);
            rows.next();
            for (String[] cells = rows.next(); cells != null && !refused.isEmpty(); cells = rows.next()) {
                Refusal refusal = refused.remove(rows.line());
                if (refusal != null) {
                    file.row(row(kind, new RefusedLine(rows.line(), refusal), cells));
                }
            }
        }
    }

    /** A line and why it was refused. */
    private record RefusedLine(long line, Refusal why) {}

    /** Why a row cannot be read, in the reader's language; empty when it can. */
    String reason(ImportKind kind, @Nullable Refusal refusal) {
        return refusal == null ? "" : text(kind, RequestContext.current().language(), refusal);
    }

    private String text(ImportKind kind, Language language, Refusal refusal) {
        return reasons.text(language, kind.names().feature(), kind.fields(), refusal);
    }

    private List<Cell> row(ImportKind kind, RefusedLine refused, String[] cells) {
        List<Cell> row = new ArrayList<>();
        row.add(new Cell.Amount(refused.line()));
        for (Language language : List.of(Language.ZH, Language.EN)) {
            row.add(Cell.text(text(kind, language, refused.why())));
        }
        Arrays.stream(cells).map(Cell::text).forEach(row::add);
        return row;
    }

    private Map<Long, Refusal> refused(ImportKind kind, long importId) {
        var query = em.createNativeQuery("select line, reason, array_to_json(arguments)::text from "
                        + kind.names().table() + "_row where import_id = ? and outcome = 'REJECTED'")
                .setParameter(1, importId);
        Map<Long, Refusal> refused = new HashMap<>();
        for (Rows.Row row : Rows.list(query, row -> row)) {
            refused.put(row.id(0), new Refusal(row.text(1), ImportViews.texts(row.text(2))));
        }
        return refused;
    }

    static UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException("The file of an import cannot be read", e);
    }
}
