package org.aeoreach.launcher;

/** How PostgreSQL, which refuses root, is run when root starts the launcher. */
enum RootMode {
    /** A user namespace where one can be made, else another user. */
    AUTO,
    UNSHARE,
    DROP
}
