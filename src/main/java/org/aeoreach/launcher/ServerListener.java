package org.aeoreach.launcher;

import java.lang.instrument.Instrumentation;
import java.util.Arrays;

/**
 * The server's listening socket, closed before the server takes the application down: in between it would answer
 * requests with an empty 500, or with an empty 200 that acknowledges what was never done.
 */
final class ServerListener {
    private static final String REGISTRY = "org.glassfish.internal.api.Globals";
    private static final String LISTENERS = "com.sun.enterprise.v3.services.impl.GrizzlyService";

    private ServerListener() {}

    /** The server's classes are not ours to compile against, and are found only in the running server. */
    static void close(Instrumentation running) {
        try {
            Class<?> listeners = find(running, LISTENERS);
            Object service =
                    find(running, REGISTRY).getMethod("get", Class.class).invoke(null, listeners);
            listeners.getMethod("preDestroy").invoke(service);
        } catch (ReflectiveOperationException | RuntimeException e) {
            System.getLogger(ServerListener.class.getName())
                    .log(System.Logger.Level.WARNING, "The listener could not be closed before the application", e);
        }
    }

    private static Class<?> find(Instrumentation running, String name) throws ClassNotFoundException {
        return Arrays.stream(running.getAllLoadedClasses())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new ClassNotFoundException(name));
    }
}
