package org.aeoreach.organization;

/** The levels of the customs administration. */
public enum UnitKind {
    /** General Administration of Customs, 海关总署. */
    GACC,
    /** Directly affiliated customs, 直属海关. */
    DISTRICT,
    /** Customs house, 隶属海关. */
    HOUSE
}
