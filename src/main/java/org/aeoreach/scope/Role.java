package org.aeoreach.scope;

/** What a person may act as, always in one unit. */
public enum Role {
    /** Steers at the General Administration. */
    GACC_OFFICER,
    /** Plans and answers for a customs district. */
    DISTRICT_OFFICER,
    /** Front line of a customs house. */
    HOUSE_OFFICER,
    /** House or district officer who owns enterprises. */
    COORDINATOR,
    /** Manages the people of a unit and those below it. */
    UNIT_ADMINISTRATOR,
    /** Runs the installation; manages units everywhere. */
    SYSTEM_ADMINISTRATOR,
    /** A person of an enterprise; sees that enterprise's outward records only. */
    ENTERPRISE_USER,
    /** Reads all of a unit and below, audit included; changes nothing. */
    AUDITOR;

    public boolean isOfficer() {
        return this != ENTERPRISE_USER;
    }

    /** False for roles that must never change a row of their unit's range. */
    public boolean mayWrite() {
        return this != AUDITOR && this != ENTERPRISE_USER;
    }

    /** Whether who holds it directs, plans or carries out what reaches enterprises. */
    public boolean reachesOut() {
        return this == GACC_OFFICER || this == DISTRICT_OFFICER || this == HOUSE_OFFICER || this == COORDINATOR;
    }
}
