package org.aeoreach.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the purge reports to have removed has a name people can read. */
class PurgeNamesTest {

    private static final Pattern TABLE =
            Pattern.compile("implements Expiring \\{.*?String table\\(\\) \\{\\s*return \"(\\w+)\"", Pattern.DOTALL);

    @ParameterizedTest
    @EnumSource
    void namesEveryTableThatIsPurged(Language language) throws IOException {
        Messages messages = new Messages();
        Set<String> tables = tables();
        assertThat(tables).contains("session", "enquiry_token");
        assertThat(tables).allSatisfy(table -> assertThat(messages.find(language, "job.purged." + table))
                .as(table)
                .isNotNull());
    }

    private static Set<String> tables() throws IOException {
        Set<String> tables = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            files.filter(Files::isRegularFile)
                    .map(PurgeNamesTest::table)
                    .forEach(table -> table.ifPresent(tables::add));
        }
        return tables;
    }

    private static Optional<String> table(Path file) {
        try {
            Matcher found = TABLE.matcher(Files.readString(file));
            return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
