package org.aeoreach.launcher;

import java.sql.Connection;

/** Loads invented enterprises and people to try the application with. */
final class DemoData {
    private DemoData() {}

    /** Safe to repeat: called at every start in demo mode, under the lock that only one node holds. */
    static void load(Connection owner, Progress progress) {}
}
