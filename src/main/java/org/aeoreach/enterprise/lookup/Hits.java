package org.aeoreach.enterprise.lookup;

import java.util.List;

/**
 * Enterprises found, the best first; what the viewer may not see is not among them.
 *
 * @param more whether there are more than were asked for
 * @param quality how they were found
 */
public record Hits(List<Hit> list, boolean more, Quality quality) {

    /** How a text was found. */
    public enum Quality {
        /** As typed. */
        TYPED,
        /** Nothing was found as typed; these sound or look like it. */
        GUESSED,
        /** This node has no index just now: only beginnings of names and codes were looked for. */
        BEGINNINGS
    }
}
