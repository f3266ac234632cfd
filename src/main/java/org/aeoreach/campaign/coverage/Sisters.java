package org.aeoreach.campaign.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.campaign.counting.SisterSums;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;

/** The sums of sister districts, as far as the directive publishes them. */
@ApplicationScoped
public class Sisters {

    private static final String NAMES =
            "select u.id, u.code, n.zh, n.en from unit u join unit_name n on n.unit_id = u.id"
                    + " and n.valid_to is null where u.id = any (cast(string_to_array(?1, ',') as bigint[])) order by u.code";

    @Inject
    private Campaigns campaigns;

    @Inject
    private SisterSums sums;

    @Inject
    private Bound bound;

    /** By code; none unless the directive publishes them and the viewer acts in a district it was issued to. */
    @Transactional
    public List<Sister> of(long campaign) {
        if (!campaigns.get(campaign).content().sisterSums()) {
            return List.of();
        }
        Map<Long, List<SisterSums.Sum>> found = new LinkedHashMap<>();
        sums.of(campaign).forEach(sum -> found.computeIfAbsent(sum.unitId(), unit -> new ArrayList<>())
                .add(sum));
        return Rows.list(
                bound.query(NAMES, found.keySet()),
                row -> new Sister(
                        row.text(1), row.text(2), row.textOrNull(3), found.getOrDefault(row.id(0), List.of())));
    }
}
