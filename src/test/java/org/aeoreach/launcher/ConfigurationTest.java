package org.aeoreach.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
    private static final Options NONE = new Options(null, null, false, false, false);
    private static final Map<String, String> EXTERNAL = Map.of(
            "AEO_DATABASE_URL", "jdbc:postgresql://db:5433/outreach",
            "AEO_DATABASE_USER", "admin",
            "AEO_DATABASE_PASSWORD", "secret");

    @Test
    void startsEmbeddedWithDemoDataWhenNothingIsSet() {
        Configuration configuration = configuration(Map.of());

        assertThat(configuration.external()).isEmpty();
        assertThat(configuration.demo()).isTrue();
        assertThat(configuration.port()).isEqualTo(8080);
        assertThat(configuration.bind()).isEqualTo("127.0.0.1");
        assertThat(configuration.baseUrl()).isEqualTo("http://localhost:8080");
        assertThat(configuration.dataDirectory()).isEqualTo(Path.of("var").toAbsolutePath());
    }

    @Test
    void optionsGoBeforeTheEnvironment() {
        Configuration configuration = Configuration.of(
                new Options("9000", "/srv/a", false, false, false),
                new Environment(Map.of("AEO_PORT", "7000", "AEO_DATA_DIR", "/srv/b")));

        assertThat(configuration.port()).isEqualTo(9000);
        assertThat(configuration.dataDirectory()).isEqualTo(Path.of("/srv/a").toAbsolutePath());
    }

    @Test
    void loadsNoDemoDataIntoAnOwnServerUnlessAsked() {
        assertThat(configuration(EXTERNAL).demo()).isFalse();
        assertThat(configuration(with(EXTERNAL, "AEO_DEMO", "true")).demo()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.1", "10.0.0.0/33", "10.0.0.1;10.0.0.2", "2001:db8::/129"})
    void refusesTrustedProxiesThatAreNoAddresses(String value) {
        assertThatThrownBy(() -> configuration(Map.of("AEO_TRUSTED_PROXIES", value)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("AEO_TRUSTED_PROXIES");
        assertThat(configuration(Map.of("AEO_TRUSTED_PROXIES", "192.0.2.1, 10.0.0.0/8 2001:db8::/32"))
                        .passedOn())
                .containsKey("AEO_TRUSTED_PROXIES");
    }

    @Test
    void readsDatabaseNameAndServerFromTheAddress() {
        ExternalDatabase external = configuration(EXTERNAL).external().orElseThrow();

        assertThat(external.database().name()).isEqualTo("outreach");
        assertThat(external.database().server()).isEqualTo("db:5433");
        assertThat(external.separate()).isEmpty();
    }

    @Test
    void takesSecretsFromFiles(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("password"), "from-file\n");
        Map<String, String> variables = new HashMap<>(EXTERNAL);
        variables.remove("AEO_DATABASE_PASSWORD");
        variables.put("AEO_DATABASE_PASSWORD_FILE", file.toString());
        variables.put("AEO_MAIL_PASSWORD_FILE", file.toString());
        variables.put("AEO_MAIL_HOST", "mx");

        Configuration configuration = configuration(variables);

        assertThat(configuration.external().orElseThrow().administrator().password())
                .isEqualTo("from-file");
        assertThat(configuration.passedOn())
                .containsEntry("AEO_MAIL_PASSWORD", "from-file")
                .containsEntry("AEO_MAIL_HOST", "mx");
    }

    @Test
    void passesLimitsAndSessionTimesToTheApplication() {
        Map<String, String> variables = new HashMap<>(EXTERNAL);
        variables.put("AEO_LIMIT_SIGN_IN", "1000");
        variables.put("AEO_SESSION_HOURS", "12");

        assertThat(configuration(variables).passedOn())
                .containsEntry("AEO_LIMIT_SIGN_IN", "1000")
                .containsEntry("AEO_SESSION_HOURS", "12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AEO_DATABASE_USER", "AEO_DATABASE_PASSWORD"})
    void namesTheMissingHalfOfACredential(String missing) {
        Map<String, String> variables = with(EXTERNAL, missing, " ");

        assertThatThrownBy(() -> configuration(variables)).hasMessageContaining(missing);
    }

    @Test
    void separateLoginsComeTogether() {
        assertThatThrownBy(() -> configuration(with(EXTERNAL, "AEO_DATABASE_APP_USER", "app")))
                .hasMessageContaining("AEO_DATABASE_APP_PASSWORD");
    }

    @ParameterizedTest
    @CsvSource({
        "AEO_PORT, 0",
        "AEO_PORT, 65536",
        "AEO_PORT, http",
        "AEO_HEAP, lots",
        "AEO_DEMO, yes",
        "AEO_START_TIMEOUT, -1",
        "AEO_ROOT_MODE, sudo",
        "AEO_DATABASE_URL, mysql://db/x",
        "AEO_DATABASE_URL, jdbc:postgresql://db/x?password=secret"
    })
    void refusesMalformedValuesByName(String key, String value) {
        assertThatThrownBy(() -> configuration(with(EXTERNAL, key, value)))
                .isInstanceOfSatisfying(
                        StartFailure.class, e -> assertThat(e.code()).isEqualTo(ExitCode.BAD_CONFIGURATION))
                .hasMessageContaining(key);
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0, 127.0.0.1", "'::', [::1]", "10.1.2.3, 10.1.2.3", "fe80::1, [fe80::1]"})
    void probesAnAddressThatReachesTheServer(String bind, String host) {
        assertThat(configuration(Map.of("AEO_BIND", bind)).probeHost()).isEqualTo(host);
    }

    @Test
    void keepsTheAdministratorOutOfTheServersEnvironment() {
        Configuration configuration = configuration(with(EXTERNAL, "AEO_ALLOWED_HOSTS", "crm.example"));
        Roles roles = Roles.derive("secret", "outreach");
        PreparedDatabase database = new PreparedDatabase(
                configuration.external().orElseThrow().database(), roles.application(), roles.jobs(), "7", "key");

        Map<String, String> environment = ServerCommand.environment(
                with(EXTERNAL, "PATH", "/bin", "PGPASSWORD", "secret", "AEO_DATABASE_PASSWORD_FILE", "/run/secrets/p"),
                configuration,
                database);

        assertThat(environment)
                .containsEntry("PATH", "/bin")
                .containsEntry("AEO_DATABASE_APP_USER", "outreach_app")
                .containsEntry("AEO_SCHEMA_VERSION", "7")
                .containsEntry("AEO_ALLOWED_HOSTS", "crm.example")
                .doesNotContainKeys("AEO_DATABASE_URL", "AEO_DATABASE_USER", "AEO_DATABASE_PASSWORD_FILE", "PGPASSWORD")
                .doesNotContainValue("secret")
                .doesNotContainValue(roles.owner().password());
    }

    private static Configuration configuration(Map<String, String> variables) {
        return Configuration.of(NONE, new Environment(variables));
    }

    private static Map<String, String> with(Map<String, String> base, String... more) {
        Map<String, String> all = new HashMap<>(base);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }
}
