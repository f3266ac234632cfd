package org.aeoreach.launcher;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aeoreach.web.Limit;
import org.junit.jupiter.api.Test;

/** deployment/configuration.md names every setting there is, and no other, with its true default. */
class ConfigurationReferenceTest {

    private static final Path DEPLOYMENT = Path.of("deployment");
    /** What the launcher tells the application, and nobody sets. */
    private static final Set<String> INTERNAL = Set.of("AEO_DRAINING", "AEO_DATABASE_APP_URL", "AEO_SCHEMA_VERSION");

    /** Names put together from the kind of person; the last one stands for those of its kind. */
    private static final Set<String> BY_KIND =
            Set.of("AEO_PASSWORD_PROFILE_OFFICER", "AEO_PASSWORD_PROFILE_ENTERPRISE", "AEO_PASSWORD_OFFICER_CLASSES");

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(AEO_[A-Z0-9_]+)`[^|]*\\|([^|]*)\\|([^|]*)\\| (yes|no) \\| [^|]{5,} \\|$");
    private static final Pattern READ = Pattern.compile("\"(aeo(?:\\.[a-z0-9]+)+)\"");
    private static final Pattern PREFIX = Pattern.compile("\"(aeo(?:\\.[a-z0-9]+)+\\.)\"");
    private static final Pattern DEFAULT = Pattern.compile(
            "\\.(?:number|text)\\(\\s*\"(aeo(?:\\.[a-z0-9]+)+)\",\\s*(?:([0-9][0-9_]*)|\"([^\"]+)\")\\s*\\)");
    private static final Pattern NAME = Pattern.compile("\\bAEO_[A-Z0-9_]*[A-Z0-9]");
    private static final Pattern SECRET = Pattern.compile(".*_(PASSWORD|SECRET|KEY)");

    /** @param standard as the table shows it, without the marks of code */
    private record Setting(String standard, boolean secret) {}

    @Test
    void namesEverySettingOfTheProgram() {
        SortedSet<String> read = applicationKeys();
        read.addAll(BY_KIND);
        Arrays.stream(ConfigurationKey.values()).map(Enum::name).forEach(read::add);
        Arrays.stream(Limit.values()).filter(limit -> limit != Limit.NONE).forEach(limit -> {
            read.add("AEO_LIMIT_" + limit);
            read.add("AEO_LIMIT_" + limit + "_EACH");
        });
        SortedSet<String> documented = new TreeSet<>(documented().keySet());
        documented.removeAll(scriptKeys());
        documented.removeIf(name -> !read.contains(name) && composed(name));

        assertThat(documented).isEqualTo(read);
    }

    @Test
    void namesEverySettingOfTheScripts() {
        assertThat(documented().keySet()).containsAll(scriptKeys());
        assertThat(scriptKeys()).contains("AEO_BACKUP_KEEP_DAYS", "AEO_DRILL_PORT");
    }

    @Test
    void filesOfDeploymentUseOnlySettingsThereAre() {
        Map<String, Setting> documented = documented();
        // Those of the compose file itself, for names of images and hosts.
        Set<String> ofCompose = names(
                Stream.of(DEPLOYMENT.resolve("compose/.env.example"), DEPLOYMENT.resolve("compose/compose.yaml")),
                "\\$\\{");
        for (Path file : files(DEPLOYMENT, "(compose|kubernetes|systemd|container)/.*")) {
            assertThat(names(Stream.of(file), ""))
                    .as(file.toString())
                    .allMatch(name -> ofCompose.contains(name)
                            || documented.containsKey(name)
                            || (name.endsWith("_FILE") && secret(documented, name.substring(0, name.length() - 5))));
        }
    }

    @Test
    void tellsTheTrueDefaults() {
        SortedMap<String, String> standards = new TreeMap<>();
        for (ConfigurationKey key : ConfigurationKey.values()) {
            if (!key.standard().isEmpty()) {
                standards.put(key.name(), key.standard());
            }
        }
        for (Limit limit : Limit.values()) {
            standards.put("AEO_LIMIT_" + limit, Integer.toString(limit.perAddress()));
            standards.put("AEO_LIMIT_" + limit + "_EACH", Integer.toString(limit.perSubject()));
        }
        standards.keySet().removeIf(name -> name.startsWith("AEO_LIMIT_" + Limit.NONE));
        application()
                .flatMap(file -> DEFAULT.matcher(read(file)).results())
                .forEach(found -> standards.put(
                        variable(found.group(1)),
                        Objects.requireNonNullElse(found.group(2), String.valueOf(found.group(3)))
                                .replace("_", "")));
        // Set by the launcher, whatever the application would take.
        standards.keySet().removeAll(Set.of("AEO_DEMO", "AEO_BASE_URL"));
        standards.put("AEO_DATA_DIR", ConfigurationKey.AEO_DATA_DIR.standard());

        Map<String, Setting> documented = documented();
        standards.forEach((name, standard) -> assertThat(
                        Objects.requireNonNull(documented.get(name), name).standard())
                .as(name)
                .isEqualTo(standard));
    }

    @Test
    void saysWhichAreSecret() {
        Map<String, Setting> documented = documented();
        for (ConfigurationKey key : ConfigurationKey.values()) {
            assertThat(secret(documented, key.name())).as(key.name()).isEqualTo(key.secret());
        }
        applicationKeys().forEach(name -> assertThat(secret(documented, name))
                .as(name)
                .isEqualTo(SECRET.matcher(name).matches()));
    }

    /** The launcher passes on nothing it does not know: a key the application reads in vain always has its default. */
    @Test
    void everySettingReachesTheApplication() {
        Map<String, String> all = new TreeMap<>();
        applicationKeys().forEach(name -> all.put(name, "1"));
        Set<String> passed = new TreeSet<>(new Environment(all).application().keySet());
        NAME.matcher(read(Path.of("src/main/java/org/aeoreach/launcher/ServerCommand.java")))
                .results()
                .map(MatchResult::group)
                .forEach(passed::add);
        passed.addAll(Set.of("AEO_ALLOWED_HOSTS", "AEO_TRUSTED_PROXIES"));

        assertThat(passed).containsAll(applicationKeys());
    }

    private static boolean secret(Map<String, Setting> documented, String name) {
        Setting setting = documented.get(name);
        return setting != null && setting.secret();
    }

    private static SortedMap<String, Setting> documented() {
        SortedMap<String, Setting> documented = new TreeMap<>();
        ROW.matcher(read(DEPLOYMENT.resolve("configuration.md"))).results().forEach(row -> {
            Setting setting = new Setting(
                    row.group(2).strip().replace("`", ""), row.group(4).equals("yes"));
            assertThat(documented.put(row.group(1), setting))
                    .as("%s twice", row.group(1))
                    .isNull();
        });
        assertThat(documented).hasSizeGreaterThan(20);
        return documented;
    }

    private static SortedSet<String> applicationKeys() {
        SortedSet<String> keys = application()
                .flatMap(file -> READ.matcher(read(file)).results())
                .map(found -> variable(found.group(1)))
                .collect(toCollection(TreeSet::new));
        keys.removeAll(INTERNAL);
        return keys;
    }

    /** Whether the application puts together a key that begins so; how it goes on cannot be seen. */
    private static boolean composed(String name) {
        return application()
                .flatMap(file -> PREFIX.matcher(read(file)).results())
                .map(found -> variable(found.group(1)))
                .filter(prefix -> !prefix.equals("AEO_LIMIT_"))
                .anyMatch(name::startsWith);
    }

    private static SortedSet<String> scriptKeys() {
        return names(files(DEPLOYMENT, ".*\\.sh").stream(), "(?<=\\$\\{)").stream()
                .filter(name -> name.matches("AEO_(BACKUP|RESTORE|DRILL|CHECK|POSTGRES)_.*"))
                .collect(toCollection(TreeSet::new));
    }

    private static SortedSet<String> names(Stream<Path> files, String before) {
        return files.flatMap(file ->
                        Pattern.compile(before + NAME).matcher(read(file)).results())
                .map(found -> found.group().replaceFirst("^\\$\\{", ""))
                .collect(toCollection(TreeSet::new));
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    private static Stream<Path> application() {
        return files(Path.of("src/main/java"), "(?!org/aeoreach/launcher/).*\\.java").stream();
    }

    private static Set<Path> files(Path root, String pattern) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> root.relativize(file).toString().matches(pattern))
                    .collect(toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
