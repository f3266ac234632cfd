package org.aeoreach.faults;

import org.jspecify.annotations.Nullable;

/** One running program for all tests that leave it as it was; it ends with the test run. */
final class SharedProgram {

    private static @Nullable Program program;

    private SharedProgram() {}

    static synchronized Program running() {
        if (program == null) {
            program = Program.ready(Setup.fresh("shared"));
        }
        return program;
    }
}
