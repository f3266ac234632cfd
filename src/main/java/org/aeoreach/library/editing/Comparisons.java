package org.aeoreach.library.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.library.DocumentVersions;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Rows;

/** Compares states of documents for the viewer, with the names of what they mention. */
@ApplicationScoped
public class Comparisons {

    private Bound bound;
    private DocumentVersions versions;

    @SuppressWarnings("NullAway.Init")
    Comparisons() {}

    @Inject
    Comparisons(Bound bound, DocumentVersions versions) {
        this.bound = bound;
        this.versions = versions;
    }

    /** Both as a version keeps them. */
    @Transactional
    public Comparison of(JsonObject before, JsonObject after) {
        String codes = Stream.of(before, after)
                .flatMap(Comparisons::targets)
                .distinct()
                .collect(Collectors.joining(","));
        Language language = RequestContext.current().language();
        Map<String, String> names = Rows.list(
                        bound.query(
                                "select t.code, t.zh, t.en from library_topic t union all select d.code, x.zh, x.en"
                                        + " from document d cross join lateral (select coalesce(max(t.title) filter"
                                        + " (where t.language = 'zh'), max(t.title)) as zh, coalesce(max(t.title) filter"
                                        + " (where t.language = 'en'), max(t.title)) as en from document_text t"
                                        + " where t.document_id = d.id) x where d.code = any (string_to_array(?, ','))"
                                        + " union all select '" + Fact.UNIT
                                        + "' || u.code, n.zh, coalesce(n.en, n.zh) from unit u"
                                        + " join unit_name n on n.unit_id = u.id and n.valid_to is null"
                                        + " where u.code = any (string_to_array(?, ','))",
                                codes,
                                units(before) + "," + units(after)),
                        row -> row)
                .stream()
                .collect(Collectors.toMap(
                        row -> row.text(0),
                        row -> language.pick(row.text(1), row.text(2)),
                        (topic, document) -> topic));
        return Comparison.of(before, after, names);
    }

    /** What a draft changes in the version it began from; a new one only says something. */
    @Transactional
    public Comparison of(DraftView draft) {
        JsonObject after = draft.content();
        return of(draft.baseVersion() == 0 ? after : versions.content(draft.code(), draft.baseVersion()), after);
    }

    private static String units(JsonObject content) {
        return content.getString("issuer", "") + "," + content.getString("owner", "");
    }

    private static Stream<String> targets(JsonObject content) {
        JsonArray links = content.getJsonArray("links");
        return links == null
                ? Stream.of()
                : links.getValuesAs(JsonObject.class).stream().map(link -> link.getString("target"));
    }
}
