package org.aeoreach.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A server of the PostgreSQL this machine has installed, with all of its programs: pg_dump takes no newer server. */
public final class SystemPostgres implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String PASSWORD = "only-for-tests";

    private final Path programs;
    private final Path directory;
    private final RunAs runAs = RunAs.ofThisProcess(RootMode.DROP);
    private final int port;

    private SystemPostgres(Path programs, Path directory, int port) {
        this.programs = programs;
        this.directory = directory;
        this.port = port;
    }

    /** Where initdb and pg_dump are, of the newest version; empty where PostgreSQL is not installed. */
    public static Optional<Path> programs() {
        Path all = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(all)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin ->
                            Files.isExecutable(bin.resolve("initdb")) && Files.isExecutable(bin.resolve("pg_dump")))
                    .max(Comparator.comparing(
                            bin -> bin.getName(bin.getNameCount() - 2).toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made afresh in that directory, which is not there yet, and started. */
    public static SystemPostgres start(Path directory, int port) throws IOException {
        SystemPostgres server = new SystemPostgres(programs().orElseThrow(), Files.createDirectories(directory), port);
        server.start();
        return server;
    }

    private void start() throws IOException {
        Path password = directory.resolve("password");
        Files.writeString(password, PASSWORD);
        runAs.own(directory);
        run(
                "initdb",
                "--pgdata=" + data(),
                "--username=postgres",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--auth=scram-sha-256",
                "--pwfile=" + password);
        run(
                "pg_ctl",
                "start",
                "--wait",
                "--silent",
                "--pgdata=" + data(),
                "--log=" + directory.resolve("log"),
                "--options=-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c port=" + port);
    }

    private void run(String program, String... options) {
        List<String> line = Stream.concat(Stream.of(programs.resolve(program).toString()), Stream.of(options))
                .toList();
        Command command = Command.run(LIMIT, runAs.command(line));
        if (!command.succeeded()) {
            throw new IllegalStateException(line + ": " + command.output());
        }
    }

    private Path data() {
        return directory.resolve("data");
    }

    public int port() {
        return port;
    }

    public String url(String database) {
        return Database.local(port, database).url();
    }

    public String user() {
        return "postgres";
    }

    public String password() {
        return PASSWORD;
    }

    @Override
    public void close() {
        run("pg_ctl", "stop", "--wait", "--silent", "--pgdata=" + data(), "--mode=fast");
    }
}
