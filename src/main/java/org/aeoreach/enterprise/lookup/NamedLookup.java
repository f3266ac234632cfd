package org.aeoreach.enterprise.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.search.Found;
import org.aeoreach.search.Search;
import org.aeoreach.search.Searches;

/** Finds contact persons and partner organisations of the viewer's range by what he types. */
@ApplicationScoped
public class NamedLookup {

    private static final String PERSONS = "select x.id, x.name_zh, x.name_en, x.position_zh, x.position_en,"
            + " coalesce(e.name_zh, p.name_zh) as of_zh, coalesce(e.name_en, p.name_en) as of_en, null as kind,"
            + " x.ended_at is not null from contact_person x left join enterprise e on e.id = x.enterprise_id"
            + " left join partner_organisation p on p.id = x.partner_id where x.erased_at is null and ";
    private static final String PARTNERS =
            "select x.id, x.name_zh, x.name_en, null as about_zh, null as about_en, n.zh, n.en, x.kind,"
                    + " x.ended_at is not null from partner_organisation x"
                    + " join unit_name n on n.unit_id = x.unit_id and n.valid_to is null where ";

    private static final String THESE = "x.id = any(string_to_array(?, ',')::bigint[])";
    private static final String BEGINNING = "x.name_zh collate \"C\" >= ? and x.name_zh collate \"C\" < ?"
            + " order by x.name_zh collate \"C\", x.id limit ?";

    @Inject
    private Bound bound;

    @Inject
    private Searches searches;

    @Inject
    private CurrentViewer viewer;

    /** At most so many, the best first; none for an empty text. */
    @Transactional
    public Named persons(String text, int limit) {
        return find(PersonNames.KIND, PERSONS, text.strip(), limit);
    }

    /** At most so many, the best first; none for an empty text. */
    @Transactional
    public Named partners(String text, int limit) {
        return find(PartnerNames.KIND, PARTNERS, text.strip(), limit);
    }

    private Named find(String kind, String select, String text, int limit) {
        if (text.isEmpty()) {
            return Named.NONE;
        }
        String path = viewer.get()
                .filter(each -> each.kind() == Viewer.Kind.OFFICER)
                .map(Viewer::orgPath)
                .orElse("");
        Optional<Found> found = searches.find(new Search(kind, text, path, limit));
        if (found.isEmpty()) {
            return beginning(select, text, limit, Hits.Quality.BEGINNINGS);
        }
        Named named = read(select, found.get());
        if (named.list().isEmpty() || named.quality() == Hits.Quality.GUESSED) {
            // What was entered a moment ago is not in the index yet.
            Named fresh = beginning(select, text, limit, Hits.Quality.TYPED);
            return fresh.list().isEmpty() ? named : fresh;
        }
        return named;
    }

    private Named read(String select, Found found) {
        Map<Long, Named.Item> rows = Rows.list(bound.query(select + THESE, found.ids()), NamedLookup::item).stream()
                .collect(Collectors.toMap(Named.Item::id, Function.identity()));
        List<Named.Item> inOrder =
                found.ids().stream().map(rows::get).filter(Objects::nonNull).toList();
        return new Named(inOrder, found.more(), found.guessed() ? Hits.Quality.GUESSED : Hits.Quality.TYPED);
    }

    private Named beginning(String select, String text, int limit, Hits.Quality quality) {
        List<Named.Item> rows = Rows.list(
                bound.query(select + BEGINNING, text, text + EnterpriseLookup.LAST, limit + 1), NamedLookup::item);
        return new Named(rows.stream().limit(limit).toList(), rows.size() > limit, quality);
    }

    private static Named.Item item(Rows.Row row) {
        return new Named.Item(
                row.id(0),
                row.text(1),
                row.textOrNull(2),
                row.textOrNull(3),
                row.textOrNull(4),
                row.textOrNull(5),
                row.textOrNull(6),
                row.textOrNull(7),
                row.flag(8));
    }
}
