package org.aeoreach.campaign.arrival;

import java.util.List;
import org.aeoreach.campaign.coverage.UnitPlace;

/**
 * How far documents have come in a unit.
 *
 * @param above units from the viewer's own down to the one above this
 * @param documents what has arrived least first
 */
public record ArrivalView(UnitPlace unit, List<UnitPlace> above, Period period, List<Arrival> documents) {

    /** Parts of the unit with anybody in scope of any of the campaigns, by code, the unit itself first. */
    public List<Cell> parts() {
        return documents.stream()
                .flatMap(document -> document.parts().stream())
                .collect(java.util.stream.Collectors.toMap(
                        cell -> cell.part().code(), cell -> cell, (one, same) -> one, java.util.TreeMap::new))
                .values()
                .stream()
                .sorted(java.util.Comparator.comparing((Cell cell) -> !cell.itself()))
                .toList();
    }
}
