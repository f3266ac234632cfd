package org.aeoreach.enterprise.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Function;
import org.aeoreach.enterprise.duplicate.likeness.Named;
import org.aeoreach.enterprise.duplicate.likeness.NearPairs;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.OrgPath;
import org.aeoreach.scope.Viewer;

/** The registry as far as the person sees it who had the scan started. */
@ApplicationScoped
public class OwnRegistry implements Registry {

    private static final String NAMES = "select e.id, e.org_path, e.name_zh, e.name_en from enterprise e"
            + " where e.org_path >= ? and e.org_path < ? and (e.org_path, e.id) > (?, ?) and e.merged_into is null"
            + " order by e.org_path, e.id limit ?";

    /** Many at once: a pair is one of each list. */
    private static final String SUSPECTS = "insert into enterprise_duplicate (first_id, second_id, org_path, reason)"
            + " select a.id, b.id, p.path, p.why from unnest(cast(string_to_array(?, ',') as bigint[]),"
            + " cast(string_to_array(?, ',') as bigint[]), string_to_array(?, ','), string_to_array(?, ','))"
            + " p (one, other, path, why) join enterprise a on a.id = p.one join enterprise b on b.id = p.other"
            + " where a.merged_into is null and b.merged_into is null"
            + " on conflict (first_id, second_id) do nothing";

    @Inject
    private Bound bound;

    @Inject
    private CurrentViewer viewer;

    /** Districts at or below his unit, or the one his unit is in. */
    @Override
    @Transactional
    public List<String> districts() {
        Viewer person = viewer.require();
        return person.everywhere()
                ? Rows.list(
                        bound.query("select org_path from unit where kind = 'DISTRICT' order by org_path"),
                        row -> row.text(0))
                : List.of(Candidates.district(person.orgPath()));
    }

    @Override
    @Transactional
    public List<Named> names(String district, String afterPath, long afterId, int most) {
        return Rows.list(
                bound.query(NAMES, district, OrgPath.end(district), afterPath, afterId, most),
                row -> Named.of(row.id(0), row.text(1), row.text(2), row.textOrNull(3)));
    }

    @Override
    @Transactional
    public int suspect(List<NearPairs.Pair> pairs) {
        return bound.query(
                        SUSPECTS,
                        of(pairs, pair -> pair.first().id()),
                        of(pairs, pair -> pair.second().id()),
                        of(
                                pairs,
                                pair -> Registry.common(
                                        pair.first().path(), pair.second().path())),
                        of(pairs, NearPairs.Pair::reason))
                .executeUpdate();
    }

    private static List<Object> of(List<NearPairs.Pair> pairs, Function<NearPairs.Pair, Object> value) {
        return pairs.stream().map(value).toList();
    }
}
