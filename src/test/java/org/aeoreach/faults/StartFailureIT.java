package org.aeoreach.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A start that cannot succeed says why in one sentence and ends with the number the help text gives for it. */
@EnabledOnOs(OS.LINUX)
@Timeout(180)
class StartFailureIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String BROKEN_PERSISTENCE = "WEB-INF/classes/META-INF/persistence.xml";

    @Test
    void namesAnUnknownOption() {
        refused(setup(), 2, "--no-such-option", "--no-such-option");
    }

    @Test
    void namesAMissingValue() {
        refused(setup(), 2, "--data-dir", "--data-dir");
    }

    @ParameterizedTest
    @CsvSource({
        "AEO_PORT,              eighty,                             3",
        "AEO_BIND,              no.such.host.invalid,               3",
        "AEO_DEMO,              perhaps,                            3",
        "AEO_HEAP,              much,                               3",
        "AEO_DATABASE_URL,      mysql://localhost/aeo,              3",
        "AEO_DATABASE_URL,      jdbc:postgresql://localhost/aeo,    3"
    })
    void namesTheSettingAtFault(String variable, String value, int code) {
        Setup setup = setup().with(variable, value);
        refused(variable.equals("AEO_PORT") ? setup.withoutPort() : setup, code, variable);
    }

    @Test
    void namesAFileWithoutSecret() {
        Setup setup = onDatabase("jdbc:postgresql://127.0.0.1:1/aeo", "nobody", "")
                .with("AEO_DATABASE_PASSWORD_FILE", "/no/such/secret");
        refused(setup, 3, "/no/such/secret");
    }

    @Test
    void namesAPortInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(Setup.freePort(), 1, InetAddress.getLoopbackAddress())) {
            refused(setup().withPort(taken.getLocalPort()), 10, Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void namesADataDirectoryThatCannotBeWritten() throws IOException {
        // Root may write everywhere, but nobody makes a directory inside a file.
        Path file = Files.createDirectories(Setup.LOGS).resolve("no-directory");
        Files.writeString(file, "");
        refused(setup().withData(file), 11, file.toString());
        refused(setup().withData(file.resolve("below")), 11, file.toString());
    }

    @Test
    void namesADataDirectoryInUse() {
        Path used = SharedProgram.running().setup().data();
        refused(setup().withData(used), 12, used.toString());
        assertThat(SharedProgram.running().client().getOrFail("/health/ready").status())
                .as("the other goes on")
                .isEqualTo(200);
    }

    @Test
    void namesADatabaseThatDoesNotAnswer() {
        refused(onDatabase("jdbc:postgresql://127.0.0.1:1/aeo", "nobody", "x"), 20, "127.0.0.1:1");
        refused(onDatabase("jdbc:postgresql://no.such.host.invalid/aeo", "nobody", "x"), 20, "no.such.host.invalid");
    }

    @Test
    void namesADatabaseThatDoesNotExist() {
        Store store = Store.of(SharedProgram.running());
        refused(onDatabase(store.url() + "_absent", "postgres", store.password()), 20, "aeo_absent");
    }

    @Test
    void namesAUserWithWrongPassword() {
        Store store = Store.of(SharedProgram.running());
        refused(onDatabase(store.url(), "postgres", "wrong"), 21, "postgres");
    }

    @Test
    void refusesADatabaseOfANewerProgram() {
        Store store = Store.of(SharedProgram.running());
        store.execute("create database newer");
        Store newer = new Store(store.url().replaceAll("/aeo$", "/newer"), store.password());
        Setup setup = onDatabase(newer.url(), "postgres", newer.password());
        // As soon as the server starts, the schema is there.
        Program migrating = Program.start(setup);
        migrating.awaitLine("Starting the application server");
        migrating.terminate();
        assertThat(migrating.awaitExit(Duration.ofSeconds(60)))
                .as("stopped while it starts")
                .isZero();
        newer.execute(
                "insert into aeo.schema_history (installed_rank, version, description, type, script, installed_by,"
                        + " execution_time, success) values (9999, '99991231235959', 'future', 'SQL', 'V99991231235959__future.sql',"
                        + " 'newer_owner', 1, true)");

        refused(setup, 22, "99991231235959");
    }

    @Test
    void doesNotClaimToBeReadyWhenTheApplicationCannotBeDeployed() throws IOException {
        Setup setup = setup().withJar(brokenProgram());
        Program program = Program.start(setup);

        assertThat(program.awaitExit(Duration.ofSeconds(120))).isEqualTo(30);

        assertThat(program.errors()).hasSize(1);
        assertThat(program.output()).doesNotContain("AEO Reach is ready");
        assertThat(program.processes()).as("left behind").isEmpty();
    }

    /** The packaged program with an application in it that names a data source nobody defines. */
    private static Path brokenProgram() throws IOException {
        Path jar = Setup.LOGS.resolve("broken.jar");
        Path war = Setup.LOGS.resolve("broken.war");
        Files.copy(setup().jar(), jar, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem inJar = FileSystems.newFileSystem(jar)) {
            Path packed = inJar.getPath("server/aeo-reach.war");
            Files.copy(packed, war, StandardCopyOption.REPLACE_EXISTING);
            try (FileSystem inWar = FileSystems.newFileSystem(war)) {
                Path unit = inWar.getPath(BROKEN_PERSISTENCE);
                Files.writeString(unit, Files.readString(unit).replace("java:app/jdbc/app", "java:app/jdbc/nothing"));
            }
            Files.copy(war, packed, StandardCopyOption.REPLACE_EXISTING);
        }
        return jar;
    }

    private static Setup setup() {
        return Setup.fresh("refused");
    }

    private static Setup onDatabase(String url, String user, String password) {
        return setup().with("AEO_DATABASE_URL", url)
                .with("AEO_DATABASE_USER", user)
                .with("AEO_DATABASE_PASSWORD", password);
    }

    private static void refused(Setup setup, int code, String named, String... options) {
        Program program = Program.start(setup, options);

        assertThat(program.awaitExit(LIMIT)).as(program.errors().toString()).isEqualTo(code);

        assertThat(program.errors()).hasSize(1);
        assertThat(program.errors().get(0)).contains(named).doesNotContain("\tat ", "Exception");
        assertThat(program.output()).doesNotContain("\tat ", "AEO Reach is ready");
    }
}
