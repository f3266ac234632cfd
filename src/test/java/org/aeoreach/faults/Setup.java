package org.aeoreach.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aeoreach.launcher.Fork;

/**
 * How a program is to be started.
 *
 * @param name of its log files, {@code target/faults/<name>-<n>.log}
 * @param environment what is set besides the inherited variables
 */
record Setup(String name, Path jar, Path data, int port, Map<String, String> environment) {

    static final Path TARGET = Path.of("target").toAbsolutePath();
    static final Path LOGS = TARGET.resolve("faults");
    private static final int PORTS = 400;
    private static final int FIRST_PORT = 8140 + PORTS * (Fork.number() - 1);
    private static final int NO_PORT = 0;
    private static int given;

    /** With an empty data directory and a free port; permissive enough for a load that comes from one address. */
    static Setup fresh(String name) {
        delete(LOGS.resolve("data").resolve(name));
        return kept(name);
    }

    /** As fresh, with the data of a run before. */
    static Setup kept(String name) {
        Path data = LOGS.resolve("data").resolve(name);
        // Most of the start is spent in code that runs once; the optimising compiler only takes processor time from it.
        Map<String, String> environment = Map.of(
                "JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
                "AEO_LIMIT_SIGN_IN", "100000",
                "AEO_LIMIT_SEARCH", "100000");
        return new Setup(name, TARGET.resolve("aeo-reach.jar"), data, freePort(), environment);
    }

    Setup with(String variable, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(variable, value);
        return new Setup(name, jar, data, port, more);
    }

    Setup withJar(Path other) {
        return new Setup(name, other, data, port, environment);
    }

    Setup withData(Path other) {
        return new Setup(name, jar, other, port, environment);
    }

    Setup withPort(int other) {
        return new Setup(name, jar, data, other, environment);
    }

    /** With no port on the command line. */
    Setup withoutPort() {
        return withPort(NO_PORT);
    }

    /** Below the range from which the system gives ports to outgoing connections, and to no other test of the run. */
    static synchronized int freePort() {
        for (int tried = 0; tried < PORTS; tried++) {
            int port = FIRST_PORT + given++ % PORTS;
            if (free(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port");
    }

    static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    List<String> options() {
        List<String> options = new ArrayList<>(List.of("--data-dir", data.toString()));
        if (port != NO_PORT) {
            options.addAll(List.of("--port", Integer.toString(port)));
        }
        return options;
    }

    static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
