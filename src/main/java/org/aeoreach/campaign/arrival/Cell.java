package org.aeoreach.campaign.arrival;

import java.util.Map;
import org.aeoreach.campaign.coverage.UnitPlace;

/**
 * How far a document has come in a part of a unit.
 *
 * @param itself whether it is what is registered with the unit itself, beside those below it
 * @param campaigns the share in each campaign that has enterprises in scope there, by its number
 */
public record Cell(UnitPlace part, boolean itself, Map<Long, Share> campaigns) {

    /** Of all campaigns; an enterprise in two of them counts twice. */
    public Share total() {
        return campaigns.values().stream().reduce(Share.NONE, Share::plus);
    }
}
