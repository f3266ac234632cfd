package org.aeoreach.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.aeoreach.launcher.SystemPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A backup made while people work is whole, comes back whole, and the program runs on what came back. */
@EnabledOnOs(OS.LINUX)
@Timeout(300)
class BackupIT {

    private static final Path SCRIPTS = Path.of("deployment", "backup").toAbsolutePath();
    private static final Path DATA = Setup.LOGS.resolve("data").resolve("backup");
    private static final Path BACKUPS = DATA.resolve("backups");
    private static final Path FILES = DATA.resolve("files");
    private static final int ENTRIES = 20;

    private static SystemPostgres server;
    private static Ledger ledger;
    private static Path backup;

    /** @param said both streams */
    private record Run(int exit, String said) {}

    @BeforeAll
    static void backUpUnderLoad() throws Exception {
        assumeTrue(
                SystemPostgres.programs().isPresent(), "needs the programs of PostgreSQL: apt-get install postgresql");
        Setup.delete(DATA);
        server = SystemPostgres.start(DATA.resolve("server"), Setup.freePort());
        store("postgres")
                .execute("create database aeo; create role aeo_backup login bypassrls password 'backup';"
                        + " grant pg_read_all_data to aeo_backup;"
                        + " create role aeo_reader login password 'reader'; grant pg_read_all_data to aeo_reader");
        Files.createDirectories(FILES.resolve("ab"));
        Files.writeString(FILES.resolve("ab").resolve("cd"), "what somebody gave");
        Setup setup = Setup.fresh("backed-up")
                .with("AEO_DATABASE_URL", server.url("aeo"))
                .with("AEO_DATABASE_USER", server.user())
                .with("AEO_DATABASE_PASSWORD", server.password())
                .with("AEO_DEMO", "true");
        try (Program program = Program.ready(setup)) {
            Client client = program.client().signIn("system.admin");
            ledger = Ledger.open(client);
            try (Load load = Load.of(2, () -> ledger.write(client))) {
                Wait.until("work", Duration.ofSeconds(60), () -> ledger.acknowledged() >= ENTRIES);
                Run run = backUp("aeo_backup", "backup");
                assertThat(run.exit()).as(run.said()).isZero();
                load.close();
            }
        }
        assertThat(backups()).hasSize(1);
        backup = backups().get(0);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void bringsBackOneMomentWithNothingHalfDone() throws Exception {
        Run run = restore(backup, "restored", DATA.resolve("restored"));

        assertThat(run.exit()).as(run.said()).isZero();
        Store restored = store("restored");
        assertThat(restored.number("select count(*) from aeo.substitution where first_day > date '2030-01-01'"))
                .isBetween((long) ENTRIES, (long) ledger.acknowledged());
        Invariants.requireAll(restored);
        assertThat(restored.number("select count(*) from aeo.session")).isZero();
        assertThat(DATA.resolve("restored").resolve("ab").resolve("cd")).hasContent("what somebody gave");
    }

    @Test
    void startsOnWhatCameBackAndLetsPeopleIn() throws Exception {
        Run run = script(
                "drill.sh",
                Map.of("AEO_DRILL_PORT", Integer.toString(Setup.freePort())),
                backup.toString(),
                Setup.TARGET.resolve("aeo-reach.jar").toString());

        assertThat(run.exit()).as(run.said()).isZero();
        assertThat(run.said()).contains("equal to the backup", "sign-in   works");
        run.said()
                .lines()
                .filter(line -> line.matches("(restore|start|in all) .*"))
                .forEach(line -> Measure.note("drill: %s", line));
    }

    @Test
    void leavesNothingBehindWhenItMayNotSeeEveryRow() throws Exception {
        Run run = backUp("aeo_reader", "reader");

        assertThat(run.exit()).as(run.said()).isEqualTo(5);
        assertThat(run.said()).contains("row-level security");
        assertThat(backups()).containsExactly(backup);
    }

    @Test
    void refusesADamagedBackup() throws Exception {
        Path damaged = DATA.resolve("damaged");
        Files.createDirectories(damaged);
        for (String name : List.of("manifest", "files.tar", "database.dump")) {
            Files.copy(backup.resolve(name), damaged.resolve(name));
        }
        byte[] dump = Files.readAllBytes(damaged.resolve("database.dump"));
        dump[dump.length / 2] ^= 1;
        Files.delete(damaged.resolve("database.dump"));
        Files.write(damaged.resolve("database.dump"), dump);

        Run run = restore(damaged, "damaged", DATA.resolve("damaged-files"));

        assertThat(run.exit()).as(run.said()).isEqualTo(6);
        assertThat(store("postgres").number("select count(*) from pg_database where datname = 'damaged'"))
                .isZero();
    }

    @Test
    void touchesNoDatabaseThatIsThere() throws Exception {
        Run run = restore(backup, "aeo", DATA.resolve("other-files"));

        assertThat(run.exit()).as(run.said()).isEqualTo(8);
        assertThat(store("aeo").number("select count(*) from aeo.substitution where first_day > date '2030-01-01'"))
                .isGreaterThanOrEqualTo(ledger.acknowledged());
    }

    private static Run backUp(String user, String password) throws Exception {
        return script(
                "backup.sh",
                Map.of("PGUSER", user, "PGPASSWORD", password, "AEO_BACKUP_FILES", FILES.toString()),
                BACKUPS.toString());
    }

    private static Run restore(Path from, String database, Path files) throws Exception {
        return script(
                "restore.sh",
                Map.of("PGUSER", server.user(), "PGPASSWORD", server.password(), "PGDATABASE", database),
                from.toString(),
                files.toString());
    }

    private static Run script(String name, Map<String, String> settings, String... arguments) throws Exception {
        Path said = Files.createTempFile(DATA, name, ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of("bash", SCRIPTS.resolve(name).toString()), Stream.of(arguments))
                                .toList())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        Map<String, String> environment = new TreeMap<>(settings);
        environment.putIfAbsent("PGDATABASE", "aeo");
        environment.put("PGHOST", "127.0.0.1");
        environment.put("PGPORT", Integer.toString(server.port()));
        environment.put("PATH", SystemPostgres.programs().orElseThrow() + ":" + System.getenv("PATH"));
        environment.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
        builder.environment().keySet().removeIf(variable -> variable.startsWith("AEO_") || variable.startsWith("PG"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(240, TimeUnit.SECONDS)) {
            process.destroy();
            throw new AssertionError(name + " does not end: " + Files.readString(said));
        }
        return new Run(process.exitValue(), Files.readString(said));
    }

    private static List<Path> backups() throws IOException {
        try (Stream<Path> all = Files.list(BACKUPS)) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    private static Store store(String database) {
        return new Store(server.url(database), server.password());
    }
}
