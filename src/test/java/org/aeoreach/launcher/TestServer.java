package org.aeoreach.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where the server under test is reached. */
public final class TestServer {
    /**
     * Added to the environment production gives: rates that would stop a test are high, and the optimising compiler,
     * which took half of the server's processor time and pays only later than a test run lasts, is off.
     */
    static final Map<String, String> ENVIRONMENT = Map.of(
            "JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
            "AEO_MAIL_IMAP_AUTHSERV", "mx.customs.test",
            "AEO_LIMIT_SIGN_IN", "100000",
            "AEO_LIMIT_SIGN_IN_EACH", "100000",
            "AEO_LIMIT_SEARCH_EACH", "100000",
            "AEO_LIMIT_SEARCH", "100000",
            "AEO_LIMIT_RESET", "100000",
            "AEO_LIMIT_PUBLIC_FORM", "100000",
            "AEO_FILES_SCAN", "sh " + Path.of("src/test/resources/scan.sh").toAbsolutePath());

    private static volatile int port;

    private TestServer() {}

    static void started(int at) {
        port = at;
    }

    /** @throws IllegalStateException before Arquillian has deployed, that is outside a {@code ServerTest} */
    public static int port() {
        if (port == 0) {
            throw new IllegalStateException("no server: the test class must implement ServerTest");
        }
        return port;
    }

    /** {@code http://localhost:PORT}, without a slash at the end. */
    public static URI base() {
        return URI.create("http://localhost:" + port());
    }

    /** Process id of the application server. */
    public static long process() throws IOException {
        String record = Files.readString(TestPostgres.DIRECTORY.resolve("run/server.pid"));
        return Long.parseLong(record.strip().split(" ", -1)[0]);
    }
}
