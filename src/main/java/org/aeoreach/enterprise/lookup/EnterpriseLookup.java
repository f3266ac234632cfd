package org.aeoreach.enterprise.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.search.Found;
import org.aeoreach.search.Search;
import org.aeoreach.search.Searches;
import org.aeoreach.web.list.filter.Fragment;

/** Finds enterprises of the viewer's range by what he types. */
@ApplicationScoped
public class EnterpriseLookup {

    private static final String COLUMNS = "select e.id, e.customs_code, e.uscc, e.name_zh, e.name_en, e.unit_id, n.zh,"
            + " n.en, enterprise_audience(e.grade, e.journey_step) = 'AEO', (select f.name_zh from enterprise_former_name f where f.enterprise_id = e.id"
            + " order by f.valid_to desc limit 1)"
            + " from enterprise e join unit_name n on n.unit_id = e.unit_id and n.valid_to is null";

    private static final String BEGINNINGS = "((e.customs_code >= ? and e.customs_code < ?)"
            + " or (e.uscc >= ? and e.uscc < ?)"
            + " or (" + named("e") + "))";
    /** Behind every other character in the order of bytes. */
    public static final String LAST = "\uDBFF\uDFFF";
    /** Behind every other character in the order of names. */
    public static final String LAST_OF_NAMES = "\uFFFF";

    private static final int MOST_IN_LIST = 20_000;

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Searches searches;

    @Inject
    private IndexNotices notices;

    @Inject
    private CurrentViewer viewer;

    /** Why less may be found just now than there is, in the reader's language; empty when all is found. */
    public String notice() {
        return notices.of(EnterpriseNames.KIND);
    }

    /** The same for a list that was searched, where it may be that not all that match are looked through. */
    public String notice(String text) {
        String unready = notice();
        boolean cut = unready.isEmpty()
                && !text.isBlank()
                && ids(text, MOST_IN_LIST).filter(Found::more).isPresent();
        return cut ? notices.cut(MOST_IN_LIST) : unready;
    }

    /** At most so many, the best first; none for an empty text. */
    @Transactional
    public Hits find(String text, int limit) {
        String wanted = text.strip();
        if (wanted.isEmpty()) {
            return new Hits(List.of(), false, Hits.Quality.TYPED);
        }
        Optional<Found> found = ids(wanted, limit);
        if (found.isEmpty()) {
            return beginning(wanted, limit, Hits.Quality.BEGINNINGS);
        }
        Hits hits = read(found.get());
        if (hits.list().isEmpty() || hits.quality() == Hits.Quality.GUESSED) {
            // What was entered a moment ago is not in the index yet.
            Hits fresh = beginning(wanted, limit, Hits.Quality.TYPED);
            return fresh.list().isEmpty() ? hits : fresh;
        }
        return hits;
    }

    /** The SQL condition of a list's search, for a table named {@code e}. */
    public Fragment condition(String text) {
        return ids(text, MOST_IN_LIST)
                .map(found -> Fragment.of("e.id = any(string_to_array(?, ',')::bigint[])", joined(found)))
                .orElseGet(() -> Fragment.of(BEGINNINGS, beginnings(text)));
    }

    /** Ids the index knows in the viewer's range; to be read through the database. Empty while there is no index. */
    public Optional<Found> ids(String text, int limit) {
        String path = viewer.get()
                .filter(each -> each.kind() == Viewer.Kind.OFFICER)
                .map(Viewer::orgPath)
                .orElse("");
        return searches.find(new Search(EnterpriseNames.KIND, text, path, limit));
    }

    private Hits read(Found found) {
        Query query = em.createNativeQuery(
                        COLUMNS + " where e.id = any(string_to_array(?1, ',')::bigint[]) and e.merged_into is null")
                .setParameter(1, joined(found));
        Map<Long, Hit> rows = Rows.list(query, EnterpriseLookup::hit).stream()
                .collect(Collectors.toMap(Hit::id, Function.identity()));
        List<Hit> inOrder =
                found.ids().stream().map(rows::get).filter(Objects::nonNull).toList();
        return new Hits(inOrder, found.more(), found.guessed() ? Hits.Quality.GUESSED : Hits.Quality.TYPED);
    }

    private static String joined(Found found) {
        return found.ids().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private Hits beginning(String text, int limit, Hits.Quality quality) {
        Query query = em.createNativeQuery(COLUMNS + " where e.merged_into is null and " + BEGINNINGS
                + " order by e.name_zh collate pinyin, e.id limit " + (limit + 1));
        Object[] values = beginnings(text);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        List<Hit> rows = Rows.list(query, EnterpriseLookup::hit);
        return new Hits(rows.stream().limit(limit).toList(), rows.size() > limit, quality);
    }

    private static Object[] beginnings(String text) {
        String code = text.toUpperCase(Locale.ROOT);
        return new Object[] {code, code + LAST, code, code + LAST, text, text + LAST_OF_NAMES, text};
    }

    /**
     * The SQL condition for names that begin with a text, along the index of their order; values: the text, the text and
     * {@link #LAST_OF_NAMES}, and the text.
     */
    public static String named(String enterprise) {
        String name = enterprise + ".name_zh";
        return name + " collate pinyin >= ? and " + name + " collate pinyin < ? and starts_with(" + name + ", ?)";
    }

    /** One enterprise of the viewer's range. */
    @Transactional
    public Optional<Hit> get(long id) {
        return Rows.one(em.createNativeQuery(COLUMNS + " where e.id = ?").setParameter(1, id), EnterpriseLookup::hit);
    }

    private static Hit hit(Rows.Row row) {
        return new Hit(
                row.id(0),
                row.textOrNull(1),
                row.textOrNull(2),
                row.text(3),
                row.textOrNull(4),
                row.id(5),
                row.text(6),
                row.textOrNull(7),
                row.flag(8),
                row.textOrNull(9));
    }
}
