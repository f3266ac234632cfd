package org.aeoreach.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directories of the indexes of one kind on this node: each has a number, the newest the highest.
 *
 * @param home need not be there yet
 */
record Shelf(Path home) {

    /** One that was being made when the node was killed has no commit: the one before it may still serve. */
    @Nullable
    Path newestCommitted() throws IOException {
        return newest(Shelf::isCommitted);
    }

    /** A directory that is not there yet, for an index to be made. */
    Path next() throws IOException {
        Path before = newest(any -> true);
        Files.createDirectories(home);
        return home.resolve(Long.toString(before == null ? 1 : number(before) + 1));
    }

    void keepOnly(Path kept) throws IOException {
        try (Stream<Path> all = Files.list(home)) {
            all.filter(path -> !path.equals(kept)).forEach(Shelf::delete);
        }
    }

    static void delete(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable Path newest(Predicate<Path> wanted) throws IOException {
        if (!Files.isDirectory(home)) {
            return null;
        }
        try (Stream<Path> all = Files.list(home)) {
            return all.filter(Files::isDirectory)
                    .filter(wanted)
                    .max(Comparator.comparingLong(Shelf::number))
                    .orElse(null);
        }
    }

    private static long number(Path directory) {
        String name = String.valueOf(directory.getFileName());
        return name.matches("[0-9]{1,18}") ? Long.parseLong(name) : 0;
    }

    private static boolean isCommitted(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(file -> String.valueOf(file.getFileName()).startsWith("segments_"));
        } catch (IOException e) {
            return false;
        }
    }
}
