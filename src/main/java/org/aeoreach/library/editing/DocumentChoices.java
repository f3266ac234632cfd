package org.aeoreach.library.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.library.content.DocumentKind;
import org.aeoreach.library.retrieval.Suggestion;
import org.aeoreach.library.searching.LibrarySearch;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Rows;

/** Documents a draft can name, found by a part of their title or by their code. */
@ApplicationScoped
public class DocumentChoices {
    private static final String TITLES = " p cross join lateral (select coalesce(max(t.title) filter"
            + " (where t.language = 'zh'), max(t.title)) as zh, coalesce(max(t.title) filter (where t.language = 'en'),"
            + " max(t.title)) as en from document_text t where t.document_id = p.id) x";
    private static final String WANTED =
            "select p.code, p.kind, p.archived, x.zh, x.en from (select d.id, d.code, d.kind,"
                    + " d.archived, d.sort_key from document d where ";
    // What is archived is in no index, and little of all there is.
    private static final String BY_TITLE =
            " and exists (select from document_text t where t.document_id = d.id" + " and t.title ilike ?3)";
    private static final String FOUND = "d.id in (select c.id from document c where c.code like ?1"
            + " union select c.id from document c where c.code like lower(?1)"
            + " union select c.id from document c where c.code = any (string_to_array(?2, ','))"
            + " union select d.id from document d where %s)"
            + " order by d.code = ?4 desc, d.archived, d.kind = 'POLICY' desc, d.sort_key limit ?5)";
    private static final String IN_ORDER = " order by p.code = ?4 desc, p.archived, p.kind = 'POLICY' desc, p.sort_key";

    private Bound bound;
    private LibrarySearch library;

    @SuppressWarnings("NullAway.Init")
    DocumentChoices() {}

    @Inject
    DocumentChoices(Bound bound, LibrarySearch library) {
        this.bound = bound;
        this.library = library;
    }

    /** @param title in the viewer's language, or in the other one where it has none */
    public record Choice(String code, DocumentKind kind, boolean archived, String title) {}

    /**
     * One with this very code first, then policies, which most others rest on; archived ones last. Titles are found by any
     * part of them in either language, by pinyin and by initials, among those for the viewer's area; while this node has
     * no index, by any part among all.
     */
    @Transactional
    public List<Choice> search(String text, int most) {
        Optional<String> titled = titled(text, most);
        String part = Rows.likeQuoted(text);
        return choices(
                WANTED + FOUND.replace("%s", (titled.isEmpty() ? "true" : "d.archived") + BY_TITLE) + TITLES + IN_ORDER,
                part + "%",
                titled.orElse(""),
                "%" + part + "%",
                text,
                most);
    }

    /** Codes of documents with such a title, joined by commas. */
    private Optional<String> titled(String text, int most) {
        return library.suggest(text, Language.ZH, most).flatMap(zh -> library.suggest(text, Language.EN, most)
                .map(en -> Stream.concat(zh.stream(), en.stream())
                        .map(Suggestion::key)
                        .distinct()
                        .collect(Collectors.joining(","))));
    }

    /** Titles by code; a code nobody knows has none. */
    @Transactional
    public Map<String, String> titles(List<String> codes) {
        List<Choice> all =
                choices(WANTED + "d.code = any (string_to_array(?1, ',')))" + TITLES, String.join(",", codes));
        return all.stream().collect(Collectors.toMap(Choice::code, Choice::title));
    }

    private List<Choice> choices(String sql, Object... values) {
        Language language = RequestContext.current().language();
        return Rows.list(
                bound.query(sql, values),
                row -> new Choice(
                        row.text(0),
                        DocumentKind.valueOf(row.text(1)),
                        row.flag(2),
                        language.pick(row.text(3), row.text(4))));
    }
}
