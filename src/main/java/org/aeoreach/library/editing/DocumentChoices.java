package org.aeoreach.library.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aeoreach.library.content.DocumentKind;
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

    private Bound bound;

    @SuppressWarnings("NullAway.Init")
    DocumentChoices() {}

    @Inject
    DocumentChoices(Bound bound) {
        this.bound = bound;
    }

    /** @param title in the viewer's language, or in the other one where it has none */
    public record Choice(String code, DocumentKind kind, boolean archived, String title) {}

    /** One with this very code first, then policies, which most others rest on; archived ones last. */
    @Transactional
    public List<Choice> search(String text, int most) {
        String part = Rows.likeQuoted(text);
        return choices(
                WANTED + "d.code ilike ?1 or exists (select from document_text t where t.document_id = d.id"
                        + " and t.title ilike ?2) order by d.code = ?3 desc, d.archived, d.kind = 'POLICY' desc,"
                        + " d.sort_key limit ?4)" + TITLES
                        + " order by p.code = ?3 desc, p.archived, p.kind = 'POLICY' desc, p.sort_key",
                part + "%",
                "%" + part + "%",
                text,
                most);
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
