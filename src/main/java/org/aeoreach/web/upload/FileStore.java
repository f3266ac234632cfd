package org.aeoreach.web.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Tick;

/**
 * The directory of files: {@code incoming} for what is on its way, and each content once under the first digits of its
 * SHA-256.
 */
@ApplicationScoped
public class FileStore implements Tick {

    private static final Duration FORGOTTEN = Duration.ofHours(2);
    private static final Duration UNDECIDED = Duration.ofDays(1);

    @Inject
    private Configuration configuration;

    @Inject
    private Clock clock;

    private Path root() {
        return Path.of(configuration.text("aeo.files.dir", configuration.text("aeo.data.dir", ".") + "/files"));
    }

    private Path incoming() throws IOException {
        return Files.createDirectories(root().resolve("incoming"));
    }

    Path newFile() throws IOException {
        return Files.createTempFile(incoming(), "", ".part");
    }

    /** Puts a content in its place; when this returns it survives a loss of power. */
    void place(Received file) {
        Path target = path(file.sha256());
        try {
            Path directory = Files.createDirectories(target.resolveSibling(""));
            if (!Files.exists(target)) {
                synchronise(file.path(), StandardOpenOption.WRITE);
                Files.move(file.path(), target, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.setLastModifiedTime(target, FileTime.from(clock.instant()));
            }
            for (Path each : List.of(directory, directory.resolveSibling(""), root())) {
                synchroniseDirectory(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A file cannot be kept", e);
        }
    }

    /**
     * Deletes a content that nothing names any more, unless somebody brought it lately: who keeps it now may not have
     * committed yet. One that a fault leaves behind takes room and is seen by nobody.
     */
    public void discard(String sha256) {
        Path content = path(sha256);
        Instant limit = clock.instant().minus(UNDECIDED);
        try {
            if (Files.exists(content) && Files.getLastModifiedTime(content).compareTo(FileTime.from(limit)) < 0) {
                Files.deleteIfExists(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A file nobody needs cannot be deleted", e);
        }
    }

    /** Where the content of this hash lies, to be read only. */
    public Path path(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(sha256);
        }
        return root().resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    private static void synchroniseDirectory(Path directory) throws IOException {
        // Windows opens no directories, and writes their entries at once.
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            synchronise(directory, StandardOpenOption.READ);
        }
    }

    private static void synchronise(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("A file on its way cannot be deleted", e);
        }
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    /** Deletes what a node that died left on its way; uploads take minutes. */
    @Override
    public void run() throws IOException {
        Instant limit = clock.instant().minus(FORGOTTEN);
        try (Stream<Path> files = Files.list(incoming())) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).compareTo(FileTime.from(limit)) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
