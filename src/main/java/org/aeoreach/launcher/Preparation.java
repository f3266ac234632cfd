package org.aeoreach.launcher;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Brings a database to the state this program needs: roles, schema, reference data and, if wanted, demo data. */
final class Preparation {
    private static final Log LOG = new Log(Preparation.class);
    // Any number will do, as long as every node takes the same; this one spells "aeo".
    private static final long LOCK = 0x61656fL;
    private static final int LOCK_MINUTES = 30;

    private final Database database;
    private final boolean demo;
    private final boolean newSetupCode;
    private final boolean registry;

    /** Without the enterprises of a demonstration: tests make their own, and the fewer there are the sooner they begin. */
    Preparation(Database database, boolean demo) {
        this.database = database;
        this.demo = demo;
        this.newSetupCode = false;
        this.registry = false;
    }

    /** @param newSetupCode whether to print a new code for making an administrator, even if there is one */
    Preparation(Database database, boolean demo, boolean newSetupCode) {
        this.database = database;
        this.demo = demo;
        this.newSetupCode = newSetupCode;
        this.registry = demo;
    }

    PreparedDatabase run(ExternalDatabase external) {
        Login administrator = external.administrator();
        return external.separate()
                .map(given -> prepareAs(new Roles(administrator, given.application(), given.jobs()), administrator))
                .orElseGet(() -> runAsAdministrator(administrator));
    }

    PreparedDatabase runAsAdministrator(Login administrator) {
        Roles roles = Roles.derive(administrator.password(), database.name());
        try (Connection guard = database.connect(administrator)) {
            lock(guard);
            roles.create(database, guard);
            return prepare(roles, administrator);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private PreparedDatabase prepareAs(Roles roles, Login administrator) {
        roles.verify(database);
        try (Connection guard = database.connect(roles.owner())) {
            lock(guard);
            return prepare(roles, administrator);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private PreparedDatabase prepare(Roles roles, Login administrator) throws SQLException {
        try (Connection owner = database.connect(roles.owner())) {
            createSchema(owner);
            String version = new Migration(database, roles).run();
            LOG.info(Sentence.of("Reference data", "基础数据"));
            ReferenceData.load(owner, new Progress(ReferenceData.class));
            if (demo) {
                LOG.info(Sentence.of("Demo data", "演示数据"));
                DemoData.load(owner, new Progress(DemoData.class));
                if (registry) {
                    DemoRegistry.load(owner, new Progress(DemoRegistry.class));
                }
            } else {
                SetupCode.offer(owner, newSetupCode);
            }
            String secret = DerivedPassword.of(administrator.password(), "second-factor", database.name());
            return new PreparedDatabase(database, roles.application(), roles.jobs(), version, secret);
        }
    }

    private static void createSchema(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + Migration.SCHEMA);
            statement.execute("SET search_path = " + Migration.SCHEMA);
        }
    }

    /** Held by the connection until it closes, also when this process is killed. */
    private static void lock(Connection guard) throws SQLException {
        for (int second = 0; !tryLock(guard); second++) {
            if (second == 0) {
                LOG.info(Sentence.of("Waiting: another node prepares the database", "等待：另一节点正在准备数据库"));
            }
            if (second > LOCK_MINUTES * 60) {
                throw new SQLException("another node has held the preparation lock for " + LOCK_MINUTES + " minutes");
            }
            Pause.seconds(1);
        }
    }

    private static boolean tryLock(Connection guard) throws SQLException {
        try (Statement statement = guard.createStatement();
                ResultSet result = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
            return result.next() && result.getBoolean(1);
        }
    }

    private static StartFailure failed(SQLException e) {
        return new StartFailure(
                ExitCode.MIGRATION_FAILED,
                Sentence.of(
                        "The database could not be prepared (%s); nothing else was started.",
                        "数据库准备失败（%s）；其他部分均未启动。", StartFailure.reason(e)),
                e);
    }
}
