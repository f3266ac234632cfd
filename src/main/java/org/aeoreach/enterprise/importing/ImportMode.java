package org.aeoreach.enterprise.importing;

/** What an import may do. */
public enum ImportMode {
    /** Adds enterprises; one that is there is refused. */
    CREATE,
    /** Changes enterprises that are there; an unknown one is refused. */
    UPDATE,
    /** Adds what is new and changes what is there. */
    BOTH
}
