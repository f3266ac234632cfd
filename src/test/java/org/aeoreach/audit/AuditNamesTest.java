package org.aeoreach.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is written to the audit has a name people can read. */
class AuditNamesTest {

    /** {@code "feature.verb"}: an action, unless it is the key of a message. */
    private static final Pattern ACTION =
            Pattern.compile("\"((?:" + String.join("|", Messages.FEATURES) + ")\\.[a-z]+(?:-[a-z]+)*)\"");

    private static final Pattern BY_OWNER =
            Pattern.compile("OwnerTransaction\\.audit\\(\\s*\\w+,\\s*\"(\\w+)\",\\s*\"(\\w+)\"");
    private static final Pattern BY_FUNCTION = Pattern.compile("audit_append\\('([a-z.-]+)'");
    private static final Pattern RECORD = Pattern.compile("Subject\\(\\s*\"(\\w+)\"");
    private static final Pattern FIELD = Pattern.compile("\\.with\\(\"(\\w+)\"");

    private final Messages messages = new Messages();

    @ParameterizedTest
    @EnumSource
    void namesEveryActionInTheCode(Language language) {
        Set<String> actions = found(ACTION, 1);
        actions.removeIf(action -> messages.find(language, action) != null);
        actions.addAll(found(BY_OWNER, 1));
        assertThat(actions).contains("organization.open-unit", "identity.sign-in", "job.start", "DEMO_LOADED");
        assertThat(actions).allSatisfy(action -> assertThat(messages.find(language, "audit.action." + action))
                .as("audit.action." + action)
                .isNotNull());
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryTypeOfRecord(Language language) {
        Set<String> types = found(RECORD, 1);
        types.addAll(found(BY_OWNER, 2));
        assertThat(types).contains("unit", "account", "installation");
        assertThat(types).allSatisfy(type -> assertThat(messages.find(language, "audit.record." + type))
                .as("audit.record." + type)
                .isNotNull());
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryField(Language language) {
        Set<String> fields = found(FIELD, 1);
        assertThat(fields).contains("nameZh", "validFrom");
        assertThat(fields).allSatisfy(field -> assertThat(messages.find(language, "audit.field." + field))
                .as("audit.field." + field)
                .isNotNull());
    }

    @Test
    void offersNoActionThatNobodyWrites() {
        Set<String> written = found(ACTION, 1);
        written.addAll(found(BY_OWNER, 1));
        written.addAll(found(BY_FUNCTION, 1));
        written.addAll(found(BY_FUNCTION, 1, Path.of("src/main/resources/db/migration")));
        assertThat(written).containsAll(messages.named("audit.action."));
    }

    private static Set<String> found(Pattern pattern, int group) {
        return found(pattern, group, Path.of("src/main/java"));
    }

    private static Set<String> found(Pattern pattern, int group, Path under) {
        try (Stream<Path> files = Files.walk(under)) {
            Set<String> found = new TreeSet<>();
            files.filter(Files::isRegularFile)
                    .map(AuditNamesTest::read)
                    // A form is filled with fields too, and those are no changes of a record.
                    .filter(source -> pattern != FIELD || source.contains("Changes"))
                    .forEach(source ->
                            pattern.matcher(source).results().forEach(match -> found.add(match.group(group))));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
