package org.aeoreach.campaign.counting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.OrgPath;

/**
 * Judging members anew without ever holding up a contact: some at a time; those somebody holds come last, one by one.
 */
final class Judging {

    /** Ranges of all houses; an enterprise that no district has is with the unit above all. */
    static final String DISTRICTS =
            "select org_path from unit where kind = 'DISTRICT' union all select org_path from unit"
                    + " where kind = 'GACC' order by 1";

    private static final int AT_ONCE = 2_000;
    private static final String WRONG = "select campaign_misjudged(?, ?, ?)";
    private static final String JUDGE = "select changed, array_to_string(left_over, ',')"
            + " from campaign_rejudge(?, cast(string_to_array(?, ',') as bigint[]))";

    private Judging() {}

    /** A way to the database; each call is a transaction. */
    interface Access {
        List<Rows.Row> read(String sql, Object... values);
    }

    static long follow(Access access, long campaign, String path, Runnable between) {
        List<Long> wrong = access.read(WRONG, campaign, path, end(path)).stream()
                .map(row -> row.id(0))
                .toList();
        List<Long> held = new ArrayList<>();
        long changed = 0;
        for (int from = 0; from < wrong.size(); from += AT_ONCE) {
            between.run();
            changed += judge(access, campaign, wrong.subList(from, Math.min(from + AT_ONCE, wrong.size())), held);
        }
        for (Long each : held) {
            between.run();
            changed += judge(access, campaign, List.of(each), new ArrayList<>());
        }
        return changed;
    }

    private static long judge(Access access, long campaign, List<Long> ids, List<Long> held) {
        String joined = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        Rows.Row row = access.read(JUDGE, campaign, joined).get(0);
        Arrays.stream(row.text(1).split(","))
                .filter(text -> !text.isEmpty())
                .forEach(text -> held.add(Long.valueOf(text)));
        return row.id(0);
    }

    /** First path no longer below; of the unit above all only what is its own. */
    static String end(String path) {
        return OrgPath.root(path) ? path + "0" : OrgPath.end(path);
    }
}
