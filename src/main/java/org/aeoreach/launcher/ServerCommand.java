package org.aeoreach.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The command line and the environment of the application server's process. */
final class ServerCommand {
    private static final String HTTP_THREADS = "64";
    // Exactly these reach the web application; whatever else begins like this stays in the launcher.
    private static final String OURS = "AEO_";
    private static final String DATABASE_CLIENT = "PG";

    private ServerCommand() {}

    static List<String> line(Configuration configuration, ServerFiles files) {
        List<String> line = new ArrayList<>();
        if (!Platform.windows()) {
            // Ctrl-C, or closing it, goes to every process of the terminal; the server must finish its requests first.
            // A JVM
            // that inherits an ignored signal leaves it ignored.
            line.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\""));
        }
        line.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        line.addAll(machine(configuration, files));
        line.addAll(List.of("-jar", files.server().toString()));
        line.addAll(server(configuration, files));
        return line;
    }

    private static List<String> machine(Configuration configuration, ServerFiles files) {
        return List.of(
                "-Xmx" + configuration.heap(),
                "-XX:+ExitOnOutOfMemoryError",
                // What an import throws away is soon collected; with more room it would only take more memory.
                "-XX:MaxNewSize=128m",
                "-Djava.awt.headless=true",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Djava.io.tmpdir=" + files.temporary(),
                "-Dotel.sdk.disabled=true",
                "-Djavax.net.ssl.trustStore=" + files.trustStore(),
                "-Djavax.net.ssl.trustStoreType=PKCS12",
                "-Djavax.net.ssl.trustStorePassword=" + TrustStore.PASSWORD,
                "-javaagent:" + files.agent());
    }

    private static List<String> server(Configuration configuration, ServerFiles files) {
        // Not --nocluster: together with --nohazelcast it starts Hazelcast after all.
        return List.of(
                "--nohazelcast",
                "--disablephonehome",
                "--port",
                Integer.toString(configuration.port()),
                "--maxhttpthreads",
                HTTP_THREADS,
                "--rootdir",
                files.runtime().toString(),
                "--logproperties",
                files.logging().toString(),
                "--prebootcommandfile",
                files.beforeStart().toString(),
                "--domainconfig",
                files.domain().toString(),
                "--deploy",
                files.application().toString(),
                "--contextroot",
                "/");
    }

    static Map<String, String> environment(
            Map<String, String> inherited, Configuration configuration, PreparedDatabase database) {
        Map<String, String> all = new TreeMap<>();
        inherited.forEach((name, value) -> {
            if (!name.startsWith(OURS) && !name.startsWith(DATABASE_CLIENT)) {
                all.put(name, value);
            }
        });
        all.putAll(configuration.passedOn());
        all.putIfAbsent("AEO_SECRET_KEY", database.secretKey());
        all.put("AEO_DATABASE_APP_URL", database.database().applicationUrl());
        all.put("AEO_DATABASE_APP_USER", database.application().user());
        all.put("AEO_DATABASE_APP_PASSWORD", database.application().password());
        all.put("AEO_DATABASE_JOBS_USER", database.jobs().user());
        all.put("AEO_DATABASE_JOBS_PASSWORD", database.jobs().password());
        all.put("AEO_SCHEMA_VERSION", database.schemaVersion());
        all.put("AEO_DEMO", Boolean.toString(configuration.demo()));
        all.put("AEO_BASE_URL", configuration.baseUrl());
        all.put("AEO_DATA_DIR", configuration.dataDirectory().toString());
        all.put("AEO_PORT", Integer.toString(configuration.port()));
        return all;
    }
}
