package org.aeoreach.enterprise.importing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The units by the four digits of their codes, those of warehouses and counters included.
 *
 * @param range path of the unit whose subtree may be written
 */
record Places(Map<String, Place> byCode, String range) {

    /** A unit that is open. */
    record Place(long unitId, String orgPath) {}

    /** The unit of a code; an unknown one falls to the district of its first two digits, as everywhere. */
    @Nullable
    Place of(String code) {
        Place place = byCode.get(code);
        return place != null ? place : byCode.get(code.substring(0, 2) + "00");
    }

    boolean covers(Place place) {
        return place.orgPath().startsWith(range);
    }
}
