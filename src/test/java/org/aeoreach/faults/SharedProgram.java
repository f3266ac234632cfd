package org.aeoreach.faults;

import org.aeoreach.launcher.Fork;
import org.jspecify.annotations.Nullable;

/** One running program for all tests of a JVM that leave it as it was; it ends with the JVM. */
final class SharedProgram {

    private static @Nullable Program program;

    private SharedProgram() {}

    static synchronized Program running() {
        if (program == null) {
            program = Program.ready(Setup.fresh("shared-" + Fork.number()));
        }
        return program;
    }
}
