package org.aeoreach.launcher;

/** The JVMs of a test run work side by side and share nothing but the compiled classes and the packaged program. */
public final class Fork {
    private Fork() {}

    /** From 1; part of the name of whatever two of them would otherwise write to. */
    public static int number() {
        return Integer.getInteger("aeo.fork", 1);
    }
}
