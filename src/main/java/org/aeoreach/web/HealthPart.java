package org.aeoreach.web;

import java.util.Map;

/**
 * Something a node can serve without, though less well. A node whose part is not whole stays ready and says it is
 * degraded: taking it away would not heal the part and would leave its work to nodes that may be no better.
 */
public interface HealthPart {

    /**
     * How it stands.
     *
     * @param name lower-case letters and dashes
     * @param whole whether nothing is missing
     * @param facts for whoever looks after the node: no personal data, nothing an attacker could use
     */
    record Condition(String name, boolean whole, Map<String, String> facts) {}

    /** Asked at every look at the node's health: quick, and without an exception. */
    Condition condition();
}
