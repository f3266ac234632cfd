package org.aeoreach.campaign.coverage;

import java.time.LocalDate;
import java.util.List;

/**
 * Coverage of a campaign in one unit.
 *
 * @param above units from the viewer's own down to the one above this
 * @param total of the unit
 * @param expected enterprises of the unit expected to be reached
 * @param rows the unit broken down
 * @param apart what stands beside the denominator or apart in it: late, merged, moved
 */
public record CoverageView(
        CampaignHead head,
        UnitPlace unit,
        List<UnitPlace> above,
        By by,
        Tally total,
        long expected,
        List<CoverageRow> rows,
        List<CoverageRow> apart,
        LocalDate today) {}
