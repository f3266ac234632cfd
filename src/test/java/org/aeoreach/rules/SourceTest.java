package org.aeoreach.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be seen only in the source. */
class SourceTest {
    private static final int MOST_LINES = 400;
    private static final int LARGE_LINES = 200;

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() throws IOException {
        for (Path root : List.of(Path.of("src/main/java"), Path.of("src/test/java"))) {
            try (Stream<Path> all = Files.walk(root)) {
                List<Path> without = all.filter(Files::isDirectory)
                        .filter(SourceTest::holdsClasses)
                        .filter(directory -> root.startsWith("src/main") || !mainHas(directory))
                        .filter(directory ->
                                !read(directory.resolve("package-info.java")).contains("@NullMarked"))
                        .toList();
                assertThat(without).isEmpty();
            }
        }
    }

    /** Javac takes one package-info for a package; that of the main code speaks for its tests. */
    private static boolean mainHas(Path directory) {
        return Files.exists(Path.of(directory.toString().replace("src/test", "src/main"), "package-info.java"));
    }

    private static boolean holdsClasses(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void filesStaySmall() {
        List<Path> files = sources();
        assertThat(files).allMatch(file -> lines(file) <= MOST_LINES, "at most " + MOST_LINES + " lines");
        long large = files.stream().filter(file -> lines(file) > LARGE_LINES).count();
        assertThat(large).as("files over %s lines", LARGE_LINES).isLessThanOrEqualTo(files.size() / 10);
    }

    @Test
    void sourcesNameNoMachine() {
        assertThat(sources()).noneMatch(file -> read(file).matches("(?s).*((?<![a-z}])/work/|/tmp/[a-z]+-|/root/).*"));
    }

    /** The day begins at midnight in Shanghai: the server's own day differs for eight hours of 24. */
    @Test
    void noDayIsTheServersOwn() {
        assertThat(sources())
                .filteredOn(file -> !file.endsWith("V20261122100050__partners_and_people.sql"))
                .noneMatch(file -> read(file)
                        .matches("(?s).*(\\bcurrent_date\\b|\\b(LocalDate|LocalDateTime)\\.now\\(\\)|"
                                + "\\bnow\\(\\)::date).*"));
    }

    private static List<Path> sources() {
        try (Stream<Path> all = Files.walk(Path.of("src"))) {
            return all.filter(file -> file.toString().matches(".*\\.(java|jte|sql|css|js)"))
                    .filter(file -> !file.endsWith("SourceTest.java"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        return read(file).lines().count();
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
