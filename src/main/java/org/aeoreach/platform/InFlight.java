package org.aeoreach.platform;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests and jobs at work, so that a stopping server can let them finish or let go. */
public final class InFlight {

    private static final AtomicInteger COUNT = new AtomicInteger();

    static {
        // Whoever stops this server waits until the count is zero.
        System.getProperties().put("aeo.inFlight", COUNT);
    }

    private InFlight() {}

    public static void begin() {
        COUNT.incrementAndGet();
    }

    public static void end() {
        COUNT.decrementAndGet();
    }

    /** True from the moment this server was told to stop. */
    public static boolean draining() {
        return Boolean.getBoolean("aeo.draining");
    }
}
