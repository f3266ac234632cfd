package org.aeoreach.library.take;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.library.content.ContentFault;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Rows;

/** Tells how the files were taken in. */
@ApplicationScoped
public class LoadReports {

    /** Documents {@code d} that came as files and were changed at a desk since. */
    public static final String EDITED = "d.origin = 'DESK' and exists (select from document_version v"
            + " where v.document_id = d.id and v.origin = 'FILE')";

    private Bound bound;

    @SuppressWarnings("NullAway.Init")
    LoadReports() {}

    @Inject
    LoadReports(Bound bound) {
        this.bound = bound;
    }

    @Transactional
    public LoadReport last() {
        Rows.Row many = Rows.list(
                        bound.query("select count(*), count(*) filter (where d.newer_file) from document d"
                                + " where not d.archived and " + EDITED),
                        row -> row)
                .get(0);
        return Rows.one(
                        bound.query("select l.loaded_at, l.documents, cast(l.faults as text), l.older_at, l.older_from"
                                + " from library_load l"),
                        row -> row)
                .map(row -> new LoadReport(
                        row.instant(0),
                        Math.toIntExact(row.id(1)),
                        faults(row.text(2)),
                        many.id(0),
                        many.id(1),
                        row.instantOrNull(3),
                        row.instantOrNull(4)))
                .orElseGet(() -> new LoadReport(null, 0, List.of(), many.id(0), many.id(1), null, null));
    }

    private static List<ContentFault> faults(String json) {
        return JsonText.array(json).getValuesAs(JsonObject.class).stream()
                .map(fault -> new ContentFault(
                        fault.getString("file"),
                        fault.getInt("line"),
                        fault.getString("key"),
                        fault.getJsonArray("arguments").getValuesAs(JsonString.class).stream()
                                .map(JsonString::getString)
                                .toList()))
                .toList();
    }
}
