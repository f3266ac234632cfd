package org.aeoreach.launcher;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lives in the application server's process and ends it in order: the line {@code drain} on standard input, or its end
 * because the launcher died, lets requests in flight finish before the server's own shutdown closes the pool.
 *
 * <p>It shares no class with the web application, only system properties: it sets {@code aeo.draining} and reads the
 * {@link AtomicInteger} the application leaves under {@code aeo.inFlight}.
 */
public final class ServerAgent {
    static final String DRAINING = "aeo.draining";
    static final String IN_FLIGHT = "aeo.inFlight";
    static final String DRAIN = "drain";
    private static final long LIMIT_MILLIS = 30_000;
    private static final long STEP_MILLIS = 50;
    // A request is counted a moment after it is accepted, so one look is not enough.
    private static final int QUIET_LOOKS = 4;

    private ServerAgent() {}

    public static void premain(String argument, Instrumentation instrumentation) {
        Thread listener = new Thread(() -> listen(instrumentation), "aeo-drain");
        listener.setDaemon(true);
        listener.start();
    }

    private static void listen(Instrumentation instrumentation) {
        awaitOrder();
        System.setProperty(DRAINING, "true");
        awaitQuiet();
        ServerListener.close(instrumentation);
        System.exit(0);
    }

    private static void awaitOrder() {
        StringBuilder line = new StringBuilder();
        try {
            for (int next = System.in.read(); next >= 0; next = System.in.read()) {
                if (next != '\n') {
                    line.append((char) next);
                } else if (line.toString().strip().equals(DRAIN)) {
                    return;
                } else {
                    line.setLength(0);
                }
            }
        } catch (IOException e) {
            // The launcher is gone, which is an order too.
        }
    }

    private static void awaitQuiet() {
        long end = System.nanoTime() + LIMIT_MILLIS * 1_000_000;
        int quiet = 0;
        while (quiet < QUIET_LOOKS && System.nanoTime() < end) {
            quiet = inFlight() == 0 ? quiet + 1 : 0;
            Pause.millis(STEP_MILLIS);
        }
    }

    private static int inFlight() {
        return System.getProperties().get(IN_FLIGHT) instanceof AtomicInteger count ? count.get() : 0;
    }
}
