package org.aeoreach.organization;

import java.util.List;
import org.aeoreach.web.detail.Header;
import org.aeoreach.web.detail.Tab;
import org.jspecify.annotations.Nullable;

/**
 * What every page of a unit shows around its own part.
 *
 * @param above the units above, GACC first
 * @param tabs the parts of the page; empty on the page of a single action
 * @param changeable whether the viewer may change the unit
 */
public record UnitFrame(UnitView unit, List<UnitView> above, Header header, List<Tab> tabs, boolean changeable) {

    /** The parts of a unit's page: the end of the message key and of the address. */
    public enum Part {
        FACTS(""),
        PEOPLE("/people"),
        UNITS("/units"),
        HISTORY("/history"),
        TIMELINE("/timeline");

        private final String path;

        Part(String path) {
            this.path = path;
        }

        public String path() {
            return path;
        }
    }

    /** The unit directly above, or null for GACC. */
    public @Nullable UnitView parent() {
        return above.isEmpty() ? null : above.get(above.size() - 1);
    }
}
