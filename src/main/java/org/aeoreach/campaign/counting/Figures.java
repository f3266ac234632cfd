package org.aeoreach.campaign.counting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.OrgPath;

/**
 * The figures of a campaign as of now: a contact is in them with the transaction that writes it down. Enterprises count
 * for the unit they were registered with when the denominator was frozen, whatever became of them. Every page, file and
 * interface counts by this and by nothing else:
 *
 * <pre>
 * select value, audience, state, sum(enterprises) from campaign_figure
 *     where campaign_id = ? and dimension = ? and house_path &gt;= ? and house_path &lt; ? group by 1, 2, 3
 * </pre>
 *
 * <p>Only units of the viewer's range count (row-level security): who asks about more gets the part he may see. The
 * list behind a figure are the rows of {@code campaign_member} with the same {@code house_path} range, audience, {@code
 * campaign_state(standing, level)} and value, and {@code not late} (of LATE: {@code late}).
 */
@ApplicationScoped
public class Figures {

    private static final String SUMMED = " audience, state, sum(enterprises) from campaign_figure"
            + " where campaign_id = ? and dimension = ? and house_path >= ? and house_path < ?"
            + " group by 1, 2, 3, 4 having sum(enterprises) <> 0 order by 1, 2, 3, 4";

    // Codes have four digits and a dot; what is registered with the unit itself stays with it.
    private static final int STEP = 5;

    @Inject
    private Bound bound;

    /** Of a unit with all below it. @param path {@code unit.org_path} */
    @Transactional
    public List<Figure> of(long campaign, Dimension dimension, String path) {
        return read(path.length(), campaign, dimension, path);
    }

    /**
     * The same, told apart by the units directly below. What is registered with the unit itself has its own path; a
     * house has no more than that.
     */
    @Transactional
    public List<Figure> below(long campaign, Dimension dimension, String path) {
        return read(path.length() + STEP, campaign, dimension, path);
    }

    private List<Figure> read(int length, long campaign, Dimension dimension, String path) {
        String sql = "select left(house_path, " + length + ") as unit, value," + SUMMED;
        String end = OrgPath.end(path);
        return Rows.list(bound.query(sql, campaign, dimension, path, end), Figures::figure);
    }

    private static Figure figure(Rows.Row row) {
        return new Figure(row.text(0), row.text(1), row.text(2), State.valueOf(row.text(3)), row.id(4));
    }
}
