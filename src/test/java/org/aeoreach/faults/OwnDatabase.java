package org.aeoreach.faults;

import java.io.IOException;
import java.nio.file.Path;
import org.aeoreach.launcher.LocalPostgres;

/** A PostgreSQL server that is not the program's own, and a way to start programs on it. */
final class OwnDatabase implements AutoCloseable {

    private final Path directory;
    private final LocalPostgres server;

    private OwnDatabase(Path directory, LocalPostgres server) {
        this.directory = directory;
        this.server = server;
    }

    static OwnDatabase start(String name) throws IOException {
        Path directory = Setup.LOGS.resolve("data").resolve(name);
        Setup.delete(directory);
        OwnDatabase database = new OwnDatabase(directory, LocalPostgres.start(directory, Setup.freePort()));
        Store.in(directory, "postgres").execute("create database aeo");
        return database;
    }

    LocalPostgres server() {
        return server;
    }

    Store store() {
        return Store.in(directory, "aeo");
    }

    Setup program(String name) {
        return Setup.fresh(name)
                .with("AEO_DATABASE_URL", server.url("aeo"))
                .with("AEO_DATABASE_USER", server.user())
                .with("AEO_DATABASE_PASSWORD", server.password())
                .with("AEO_DEMO", "true");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
