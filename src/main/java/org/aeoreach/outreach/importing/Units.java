package org.aeoreach.outreach.importing;

import java.util.List;
import java.util.Map;
import org.aeoreach.importing.cell.Refused;

/**
 * The open units by what they are called: their codes and their names of all times.
 *
 * @param range path of the unit whose subtree may be written
 */
record Units(Map<String, List<Unit>> byName, String range) {

    /** @param zh its name at present */
    record Unit(long id, String orgPath, String zh, String en) {}

    /** @throws Refused when nothing in the range is called so, or several are */
    Unit named(String text) throws Refused {
        List<Unit> found = byName.getOrDefault(text.strip(), List.of()).stream()
                .filter(unit -> unit.orgPath().startsWith(range))
                .distinct()
                .toList();
        if (found.size() != 1) {
            throw new Refused(found.isEmpty() ? "no-unit" : "several-units", text);
        }
        return found.get(0);
    }

    /** Whether a unit is called so. */
    boolean isNamed(long unit, String text) {
        return byName.getOrDefault(text.strip(), List.of()).stream().anyMatch(each -> each.id() == unit);
    }
}
