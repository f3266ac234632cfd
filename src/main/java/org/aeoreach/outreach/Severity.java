package org.aeoreach.outreach;

/** How much what was heard of a policy weighs on the enterprise. */
public enum Severity {
    MINOR,
    HINDERING,
    SERIOUS
}
