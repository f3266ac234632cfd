package org.aeoreach.launcher;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one database of a test JVM: the launcher's own embedded PostgreSQL with a database made afresh, migrated and
 * filled with reference and demo data. Started by the first test that asks for it, stopped with the JVM.
 */
public final class TestPostgres {
    public static final Path DIRECTORY =
            Path.of("target", "test-data", Integer.toString(Fork.number())).toAbsolutePath();
    private static @Nullable TestPostgres running;

    private final DataDirectory directory;
    private final EmbeddedPostgres server;
    private final PreparedDatabase prepared;
    private final Roles roles;

    private TestPostgres(DataDirectory directory, EmbeddedPostgres server, PreparedDatabase prepared, Roles roles) {
        this.directory = directory;
        this.server = server;
        this.prepared = prepared;
        this.roles = roles;
    }

    /** The running database; a failure to start it fails every test that needs it. */
    public static synchronized TestPostgres running() {
        if (running == null) {
            running = start();
            Runtime.getRuntime().addShutdownHook(new Thread(Objects.requireNonNull(running)::stop, "test-postgres"));
        }
        return running;
    }

    private static TestPostgres start() {
        Log.adoptLibraries(false);
        DataDirectory directory = DataDirectory.open(DIRECTORY);
        ServerProcess.stopOrphan(directory);
        RootMode mode =
                Configuration.of(Options.parse(), new Environment(Map.of())).rootMode();
        EmbeddedPostgres server = EmbeddedPostgres.prepare(directory, mode, loss -> {});
        server.start();
        empty(server);
        Database database = server.database();
        PreparedDatabase prepared = new Preparation(database, true).runAsAdministrator(server.superuser());
        Roles roles = Roles.derive(server.superuser().password(), database.name());
        TestPostgres made = new TestPostgres(directory, server, prepared, roles);
        made.letNoSecondNightFall();
        return made;
    }

    /**
     * What runs once a day runs at the start; it would run again when the clock passes its time, while a test compares.
     * Tests of such work put it in the queue themselves.
     */
    private void letNoSecondNightFall() {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA night");
            statement.execute(
                    "CREATE FUNCTION night.once() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN"
                            + " IF EXISTS (SELECT FROM aeo.job WHERE kind = new.kind AND slot = new.slot - interval '1 day') THEN"
                            + " RETURN NULL; END IF; RETURN new; END $$");
            statement.execute("CREATE TRIGGER night_once BEFORE INSERT ON job FOR EACH ROW WHEN (new.slot IS NOT NULL)"
                    + " EXECUTE FUNCTION night.once()");
        } catch (SQLException e) {
            throw new IllegalStateException("the nights of the test database cannot be stopped", e);
        }
    }

    /** What an earlier run left behind would make tests depend on it. */
    private static void empty(EmbeddedPostgres server) {
        String url = server.database().url();
        Database maintenance = new Database(url.substring(0, url.lastIndexOf('/')) + "/postgres");
        try (Connection connection = maintenance.connect(server.superuser());
                Statement statement = connection.createStatement()) {
            String name = Roles.quoted(server.database().name());
            statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
            statement.execute("CREATE DATABASE " + name);
            // Nobody pulls the plug here, and waiting for the disk at each commit is a third of the time; that what is
            // committed survives is shown by the fault tests, on the packaged program.
            statement.execute("ALTER DATABASE " + name + " SET synchronous_commit = off");
            statement.execute("REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
        } catch (SQLException e) {
            throw new IllegalStateException("the test database cannot be made afresh", e);
        }
    }

    private void stop() {
        server.stop();
        try {
            directory.close();
        } catch (java.io.IOException e) {
            // The JVM ends, and the lock with it.
        }
    }

    /** As the owner of the schema, who sees and may change every row. */
    public Connection owner() throws SQLException {
        return connect(roles.owner(), server.database().url());
    }

    /** As the application, on a connection that no scope was ever set on. */
    public Connection application() throws SQLException {
        return connect(prepared.application(), prepared.database().applicationUrl());
    }

    /** As the role of the system jobs. */
    public Connection jobs() throws SQLException {
        return connect(prepared.jobs(), prepared.database().applicationUrl());
    }

    private static Connection connect(Login login, String url) throws SQLException {
        Connection connection = java.sql.DriverManager.getConnection(url, login.user(), login.password());
        connection.setSchema(Migration.SCHEMA);
        return connection;
    }

    /** Name of the database role of the application. */
    public String applicationRole() {
        return prepared.application().user();
    }

    /** Name of the database role of the system jobs. */
    public String jobsRole() {
        return prepared.jobs().user();
    }

    DataDirectory directory() {
        return directory;
    }

    PreparedDatabase prepared() {
        return prepared;
    }
}
