package org.aeoreach.campaign.counting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;

/** Members judged anew from registry and ledger, as a person of the unit whose campaign it is. */
@ApplicationScoped
public class Levels {

    private Bound bound;
    private Step step;

    @SuppressWarnings("NullAway.Init")
    Levels() {}

    @Inject
    Levels(Bound bound, Step step) {
        this.bound = bound;
        this.step = step;
    }

    /** The paths of all districts, which together hold every enterprise. */
    @Transactional
    public List<String> districts() {
        return Rows.list(bound.query(Judging.DISTRICTS), row -> row.text(0));
    }

    /**
     * Mends what is not as it should be below a path, some at a time in transactions of their own.
     *
     * @param between runs between these and may end it by throwing
     * @return how many were wrong
     */
    public long follow(long campaign, String path, Runnable between) {
        return Judging.follow(step, campaign, path, between);
    }

    /** The edition that last changed what counts as reached. */
    @Transactional
    public int rule(long campaign) {
        Number edition = (Number) bound.query("select rule_edition from campaign where id = ?", campaign)
                .getSingleResult();
        return edition.intValue();
    }

    /** From now on all members are judged by the rule of that edition, or of a newer one. */
    @Transactional
    public void judged(long campaign, int edition) {
        bound.query("update campaign set judged_edition = greatest(judged_edition, ?) where id = ?", edition, campaign)
                .executeUpdate();
    }

    /** The transaction that would begin now. */
    @Transactional
    public long newest() {
        return number("select cast(cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as bigint)");
    }

    /** The oldest transaction that changes anything and is under way. */
    @Transactional
    public long oldest() {
        return number("select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)");
    }

    private long number(String sql) {
        return ((Number) bound.query(sql).getSingleResult()).longValue();
    }

    /** Each call in a transaction of its own. */
    @ApplicationScoped
    static class Step implements Judging.Access {

        @Inject
        private Bound bound;

        @Override
        @Transactional
        public List<Rows.Row> read(String sql, Object... values) {
            return Rows.list(bound.query(sql, values), row -> row);
        }
    }
}
