package org.aeoreach.launcher;

import static org.aeoreach.launcher.ConfigurationKey.*;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the command line and the environment ask for, checked.
 *
 * @param external the database server to use; empty means the embedded one
 * @param passedOn variables the web application gets as they are
 */
record Configuration(
        int port,
        String bind,
        Path dataDirectory,
        Optional<ExternalDatabase> external,
        boolean demo,
        boolean newSetupCode,
        String baseUrl,
        String heap,
        Duration startTimeout,
        RootMode rootMode,
        SortedMap<String, String> passedOn) {
    private static final String BYTE = "[0-9]{1,3}";

    static Configuration of(Options options, Environment environment) {
        String givenPort = options.port();
        String givenDirectory = options.dataDirectory();
        int port = number(AEO_PORT, givenPort == null ? environment.get(AEO_PORT) : givenPort, 1, 65535);
        String directory = givenDirectory == null ? environment.get(AEO_DATA_DIR) : givenDirectory;
        Optional<ExternalDatabase> external = ExternalDatabase.of(environment);
        return new Configuration(
                port,
                environment.get(AEO_BIND),
                Path.of(directory).toAbsolutePath().normalize(),
                external,
                demo(environment, external.isEmpty()),
                options.newSetupCode(),
                environment.find(AEO_BASE_URL).orElse("http://localhost:" + port),
                heap(environment),
                Duration.ofSeconds(number(AEO_START_TIMEOUT, environment.get(AEO_START_TIMEOUT), 1, 3600)),
                rootMode(environment),
                passedOn(environment));
    }

    /** An address that reaches the server from this machine. */
    String probeHost() {
        return switch (bind) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::", "[::]" -> "[::1]";
            default -> bind.indexOf(':') >= 0 && !bind.startsWith("[") ? "[" + bind + "]" : bind;
        };
    }

    private static SortedMap<String, String> passedOn(Environment environment) {
        SortedMap<String, String> passed = new TreeMap<>(environment.application());
        environment.find(AEO_SECRET_KEY).ifPresent(value -> passed.put(AEO_SECRET_KEY.name(), value));
        environment.find(AEO_ALLOWED_HOSTS).ifPresent(value -> passed.put(AEO_ALLOWED_HOSTS.name(), value));
        environment
                .find(AEO_TRUSTED_PROXIES)
                .ifPresent(value -> passed.put(AEO_TRUSTED_PROXIES.name(), addresses(AEO_TRUSTED_PROXIES, value)));
        return passed;
    }

    /** Better refused here than by every request: the application reads them when the first one comes. */
    private static String addresses(ConfigurationKey key, String value) {
        for (String address : value.strip().split("[,\\s]+")) {
            if (!address.matches(BYTE + "[.]" + BYTE + "[.]" + BYTE + "[.]" + BYTE + "(/([12]?[0-9]|3[0-2]))?")
                    && !address.matches("(?=.*:)[0-9A-Fa-f:.]+(/([0-9]{1,2}|1[01][0-9]|12[0-8]))?")) {
                throw malformed(key, value, "192.0.2.10, 10.244.0.0/16, 2001:db8::/32");
            }
        }
        return value;
    }

    private static boolean demo(Environment environment, boolean embedded) {
        String value = environment.find(AEO_DEMO).orElse(Boolean.toString(embedded));
        if (!value.equals("true") && !value.equals("false")) {
            throw malformed(AEO_DEMO, value, "true, false");
        }
        return value.equals("true");
    }

    private static String heap(Environment environment) {
        String value = environment.get(AEO_HEAP);
        if (!value.matches("[1-9][0-9]{0,8}[kKmMgG]")) {
            throw malformed(AEO_HEAP, value, "512m, 2g");
        }
        return value;
    }

    private static RootMode rootMode(Environment environment) {
        String value = environment.get(AEO_ROOT_MODE);
        return switch (value) {
            case "auto" -> RootMode.AUTO;
            case "unshare" -> RootMode.UNSHARE;
            case "drop" -> RootMode.DROP;
            default -> throw malformed(AEO_ROOT_MODE, value, "auto, unshare, drop");
        };
    }

    private static int number(ConfigurationKey key, String value, int least, int most) {
        if (value.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw malformed(key, value, least + "–" + most);
    }

    private static StartFailure malformed(ConfigurationKey key, String value, String example) {
        return new StartFailure(
                ExitCode.BAD_CONFIGURATION,
                Sentence.of(
                        "The value \"%2$s\" of %1$s is not understood; expected: %3$s.",
                        "%1$s 的值“%2$s”无效；应为：%3$s。", key, LineFormatter.escape(value), example));
    }
}
