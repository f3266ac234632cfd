package org.aeoreach.launcher;

import java.sql.Connection;

/** Loads what every installation needs before anybody can sign in. */
final class ReferenceData {
    private ReferenceData() {}

    /** Safe to repeat: called at every start, under the lock that only one node holds. */
    static void load(Connection owner, Progress progress) {}
}
