package org.aeoreach.launcher;

import static org.aeoreach.launcher.ConfigurationKey.*;

import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * A database server that is not ours.
 *
 * @param administrator who creates the roles; the owner itself where separate logins are given
 * @param separate logins that exist already; empty means they are derived and created
 */
record ExternalDatabase(Database database, Login administrator, Optional<Separate> separate) {

    /** Logins somebody else has created. */
    record Separate(Login application, Login jobs) {}

    static Optional<ExternalDatabase> of(Environment environment) {
        return environment
                .find(AEO_DATABASE_URL)
                .map(url -> new ExternalDatabase(
                        new Database(checked(url)),
                        login(environment, AEO_DATABASE_USER, AEO_DATABASE_PASSWORD),
                        separate(environment)));
    }

    private static Optional<Separate> separate(Environment environment) {
        if (environment.find(AEO_DATABASE_APP_USER).isEmpty()
                && environment.find(AEO_DATABASE_JOBS_USER).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Separate(
                login(environment, AEO_DATABASE_APP_USER, AEO_DATABASE_APP_PASSWORD),
                login(environment, AEO_DATABASE_JOBS_USER, AEO_DATABASE_JOBS_PASSWORD)));
    }

    private static Login login(Environment environment, ConfigurationKey user, ConfigurationKey password) {
        return new Login(required(environment, user), required(environment, password));
    }

    private static String required(Environment environment, ConfigurationKey key) {
        return environment
                .find(key)
                .orElseThrow(() ->
                        bad("%s is missing, and AEO_DATABASE_URL needs it.", "缺少 %s，使用 AEO_DATABASE_URL 时必须设置。", key));
    }

    private static String checked(String url) {
        Properties parts = Driver.parseURL(url, new Properties());
        if (parts == null) {
            throw bad(
                    "%s is not of the form jdbc:postgresql://host:port/database.",
                    "%s 的格式应为 jdbc:postgresql://主机:端口/数据库。", AEO_DATABASE_URL);
        }
        // The web application gets this address, and must not get the administrator's credential with it.
        if (parts.getProperty("user") != null || parts.getProperty("password") != null) {
            throw bad(
                    "%s must not contain user or password; set AEO_DATABASE_USER and AEO_DATABASE_PASSWORD.",
                    "%s 中不得包含用户名或密码；请使用 AEO_DATABASE_USER 和 AEO_DATABASE_PASSWORD。", AEO_DATABASE_URL);
        }
        return url;
    }

    private static StartFailure bad(String english, String chinese, ConfigurationKey key) {
        return new StartFailure(ExitCode.BAD_CONFIGURATION, Sentence.of(english, chinese, key.name()));
    }
}
