package org.aeoreach.enterprise.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.aeoreach.enterprise.duplicate.likeness.NameKey;
import org.aeoreach.enterprise.duplicate.likeness.Named;
import org.aeoreach.enterprise.lookup.EnterpriseLookup;
import org.aeoreach.enterprise.lookup.EnterpriseNames;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.search.Found;
import org.aeoreach.search.Search;
import org.aeoreach.search.Searches;
import org.jspecify.annotations.Nullable;

/**
 * Enterprises of the viewer's range that one being entered may be. The search index names those that share much of the
 * name, the rule of {@code likeness} decides. What was entered a second ago is not in the index yet: the scan finds it.
 */
@ApplicationScoped
public class Candidates {

    /** More do not help who has to look at them. */
    static final int SHOWN = 10;

    private static final int ASKED = 200;
    private static final int BEGINNING = 4;
    private static final String COLUMNS = "select e.id, e.org_path, e.name_zh, e.name_en, e.customs_code, e.uscc, n.zh,"
            + " n.en from enterprise e join unit_name n on n.unit_id = e.unit_id and n.valid_to is null"
            + " where e.merged_into is null and ";

    @Inject
    private Bound bound;

    @Inject
    private Searches searches;

    @Inject
    private CurrentViewer viewer;

    /**
     * Those with nearly the same name in one district, the most alike first.
     *
     * @param path of a unit of the district
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Candidate> named(String nameZh, @Nullable String nameEn, String path) {
        Named wanted = Named.of(0, path, nameZh, nameEn);
        String district = district(path);
        return read(nameZh, wanted, district).stream()
                .map(row -> candidate(row, wanted.like(named(row))))
                .filter(each -> each.reason() != null)
                .sorted(Comparator.comparing(each -> Objects.requireNonNull(each.reason())))
                .limit(SHOWN)
                .toList();
    }

    /** The one with a code, if the viewer sees it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Candidate> withId(long id) {
        return Rows.one(bound.query(COLUMNS + "e.id = ?", id), row -> candidate(row, null));
    }

    private List<Rows.Row> read(String nameZh, Named wanted, String district) {
        String own = viewer.require().orgPath();
        String range = own.startsWith(district) ? own : district;
        String told = wanted.zh().text();
        // A name without Chinese characters is cut into words by the search, its key is not.
        boolean chinese = told.codePoints().anyMatch(Character::isIdeographic);
        Optional<Found> alike =
                searches.similar(new Search(EnterpriseNames.KIND, chinese ? told : nameZh, range, ASKED));
        if (alike.isEmpty()) {
            return beginning(nameZh, district);
        }
        Set<Long> ids = new TreeSet<>(alike.get().ids());
        NameKey english = wanted.en();
        if (english != null) {
            searches.similar(new Search(EnterpriseNames.KIND, String.join(" ", english.words()), range, ASKED))
                    .ifPresent(found -> ids.addAll(found.ids()));
        }
        return Rows.list(
                bound.query(
                        COLUMNS + "e.id = any(string_to_array(?, ',')::bigint[]) and starts_with(e.org_path, ?)",
                        ids,
                        district),
                row -> row);
    }

    /** While this node has no index: those that begin alike. */
    private List<Rows.Row> beginning(String nameZh, String district) {
        String start = nameZh.substring(0, Math.min(BEGINNING, nameZh.length()));
        return Rows.list(
                bound.query(
                        COLUMNS + EnterpriseLookup.named("e")
                                + " and starts_with(e.org_path, ?) order by e.name_zh collate pinyin limit " + ASKED,
                        start,
                        start + EnterpriseLookup.LAST_OF_NAMES,
                        start,
                        district),
                row -> row);
    }

    /** The first two parts of a path: GACC and the district. */
    static String district(String path) {
        int first = path.indexOf('.');
        int second = path.indexOf('.', first + 1);
        return second < 0 ? path : path.substring(0, second + 1);
    }

    private static Named named(Rows.Row row) {
        return Named.of(row.id(0), row.text(1), row.text(2), row.textOrNull(3));
    }

    private static Candidate candidate(Rows.Row row, Named.@Nullable Reason reason) {
        return new Candidate(
                row.id(0),
                row.text(2),
                row.textOrNull(3),
                row.textOrNull(4),
                row.textOrNull(5),
                row.text(6),
                row.textOrNull(7),
                reason,
                "/desk/enterprises/" + row.id(0));
    }
}
