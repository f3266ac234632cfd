package org.aeoreach.campaign.counting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** What a directive shows each district of the others it was issued to: sums, and none that gives anybody away. */
@ApplicationScoped
public class SisterSums {

    private static final String SQL =
            "select unit_id, audience, in_scope, reached from campaign_sister_sums(?) order by 1, 2";

    @Inject
    private Bound bound;

    /**
     * One district and audience.
     *
     * @param inScope null when it is held back: under 5, or because another under 5 could be found by difference
     * @param reached the same; held back too when those not reached are fewer than 5
     */
    public record Sum(
            long unitId,
            String audience,
            @Nullable Long inScope,
            @Nullable Long reached) {}

    /**
     * Of every district it was issued to, the viewer's own in full. Empty unless the directive publishes them and the
     * viewer acts in one of these districts.
     */
    @Transactional
    public List<Sum> of(long campaign) {
        return Rows.list(
                bound.query(SQL, campaign), row -> new Sum(row.id(0), row.text(1), row.idOrNull(2), row.idOrNull(3)));
    }
}
