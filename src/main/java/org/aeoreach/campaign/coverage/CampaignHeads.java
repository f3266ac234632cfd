package org.aeoreach.campaign.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;

/** Reads the head of a campaign the viewer may see. */
@ApplicationScoped
public class CampaignHeads {

    private static final String HEAD = "select c.id, c.title_zh, c.title_en, c.status, c.starts_on, c.ends_on,"
            + " c.frozen_at is not null, c.sister_sums, c.org_path from campaign c where c.id = ?";
    private static final String AIMS = "select audience, expected, least_strength, array_to_string(channels, ',')"
            + " from campaign_audience where campaign_id = ? order by audience";

    @Inject
    private Bound bound;

    /** @throws Problem 404 when there is none, or none for him */
    @Transactional
    public CampaignHead get(long id) {
        List<CampaignHead.Aim> aims = Rows.list(
                bound.query(AIMS, id),
                row -> new CampaignHead.Aim(row.text(0), (int) row.id(1), row.text(2), split(row.text(3))));
        return Rows.one(
                        bound.query(HEAD, id),
                        row -> new CampaignHead(
                                row.id(0),
                                row.text(1),
                                row.textOrNull(2),
                                row.text(3),
                                row.date(4),
                                row.date(5),
                                row.flag(6),
                                row.flag(7),
                                row.text(8),
                                aims))
                .orElseThrow(Problem::notFound);
    }

    private static List<String> split(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }
}
