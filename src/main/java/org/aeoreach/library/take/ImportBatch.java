package org.aeoreach.library.take;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.library.Publisher;
import org.aeoreach.library.Publishers;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;

/** A few hundred documents of an import, kept together: readers and indexes see them a moment later. */
@ApplicationScoped
public class ImportBatch {
    private static final String TOP = "0000.";

    private Bound bound;
    private Publishers publishers;
    private AuditTrail audit;

    @SuppressWarnings("NullAway.Init")
    ImportBatch() {}

    @Inject
    ImportBatch(Bound bound, Publishers publishers, AuditTrail audit) {
        this.bound = bound;
        this.publishers = publishers;
        this.audit = audit;
    }

    /**
     * A document that is there already.
     *
     * @param digest of the lines it came in, when it was taken before each line had its own
     * @param imported whether an import may change it
     * @param lines digests of the lines its texts came in, by language
     * @param behind languages that say something older than the other one
     */
    record Present(String digest, boolean imported, boolean archived, Map<String, String> lines, Set<String> behind) {}

    /** All topics and units a document can name. */
    @Transactional
    public ImportLine.Known known() {
        return new ImportLine.Known(
                Set.copyOf(Rows.list(bound.query("select t.code from library_topic t"), row -> row.text(0))),
                publishers.all().stream().map(Publisher::code).collect(Collectors.toSet()));
    }

    /** Those of the codes that are there. */
    @Transactional
    public Map<String, Present> present(List<String> codes) {
        Map<String, Present> all = new HashMap<>();
        Rows.list(
                        bound.query(
                                "select d.code, d.digest, d.origin = 'IMPORT', d.archived, i.language, i.digest,"
                                        + " coalesce((select t.behind from document_text t where t.document_id = d.id"
                                        + " and t.language = i.language), false)"
                                        + " from document d left join document_import i on i.document_id = d.id"
                                        + " where d.code = any (string_to_array(?, ','))",
                                String.join(",", codes)),
                        row -> row)
                .forEach(row -> {
                    Present one = all.computeIfAbsent(
                            row.text(0),
                            code -> new Present(
                                    row.text(1), row.flag(2), row.flag(3), new HashMap<>(), new HashSet<>()));
                    if (row.textOrNull(4) != null) {
                        one.lines().put(row.text(4), row.text(5));
                        if (row.flag(6)) {
                            one.behind().add(row.text(4));
                        }
                    }
                });
        return all;
    }

    @Transactional
    public void take(JsonArray documents) {
        bound.query("select library_import(cast(? as jsonb))", documents.toString())
                .getSingleResult();
        audit.record(
                "library.import",
                AuditTrail.Subject.unnumbered("document", TOP),
                Changes.none().with("documents", documents.size()));
    }
}
