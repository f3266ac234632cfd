package org.aeoreach.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A database server of its own for tests, from the binaries the launcher brings, that they may stop as they like. */
public final class LocalPostgres implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final DataDirectory directory;
    private final PostgresBinaries binaries;
    private final RunAs runAs;
    private final PostgresCluster cluster;
    private final Login superuser;
    private final int port;

    private LocalPostgres(DataDirectory directory, int port) throws IOException {
        this.directory = directory;
        this.port = port;
        binaries = PostgresBinaries.unpack(directory.resolve("run"));
        runAs = RunAs.ofThisProcess(RootMode.AUTO);
        cluster = new PostgresCluster(directory, binaries, runAs);
        superuser = cluster.prepare();
    }

    /** Made afresh in that directory and started. */
    public static LocalPostgres start(Path directory, int port) throws IOException {
        LocalPostgres server = new LocalPostgres(DataDirectory.open(directory), port);
        server.start();
        return server;
    }

    public void start() {
        cluster.start(port);
    }

    /** Ends every session, waits for none. */
    public void stop() {
        cluster.stop();
    }

    /** As after a power cut: the server replays its log. */
    public void crashAndRestart() {
        Command restart = Command.run(
                LIMIT,
                runAs.command(List.of(
                        binaries.program("pg_ctl"),
                        "restart",
                        "--wait",
                        "--mode=immediate",
                        "--pgdata=" + directory.resolve("postgres"),
                        "--log=" + directory.resolve("log").resolve("postgres.log"))));
        if (!restart.succeeded()) {
            throw new IllegalStateException(restart.output());
        }
    }

    public String url(String database) {
        return Database.local(port, database).url();
    }

    public String user() {
        return superuser.user();
    }

    public String password() {
        return superuser.password();
    }

    @Override
    public void close() throws IOException {
        cluster.stop();
        directory.close();
    }
}
