package org.aeoreach.library.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.aeoreach.library.attachment.words.ReadWords;
import org.aeoreach.web.upload.FileType;

/**
 * Reads the words of a file in a process of its own: with 160 megabytes of memory, 20 seconds, an empty
 * environment and one file at a time, so that one that was made to do harm does none to the server.
 */
@ApplicationScoped
public class WordsOf {
    private static final System.Logger LOG = System.getLogger(WordsOf.class.getName());
    private static final String MEMORY = "-Xmx160m";
    private static final int SECONDS = 20;
    private static final List<FileType> WITHOUT = List.of(FileType.PNG, FileType.JPEG);

    // Waits as long as one may take, no longer.
    private final Semaphore one = new Semaphore(1);

    private ServletContext application;
    private Path temporary;

    @SuppressWarnings("NullAway.Init")
    WordsOf() {}

    @Inject
    WordsOf(ServletContext application) {
        this(application, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** @param temporary where each process gets a directory of its own */
    WordsOf(ServletContext application, Path temporary) {
        this.application = application;
        this.temporary = temporary;
    }

    /** Its words, at most {@value ReadWords#MOST} characters; empty when it has none or cannot be read. */
    public Optional<String> read(Path file, FileType type) {
        if (WITHOUT.contains(type)) {
            return Optional.empty();
        }
        try {
            if (!one.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
            try {
                return run(file, type);
            } finally {
                one.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<String> run(Path file, FileType type) throws InterruptedException {
        Path own = own();
        try {
            return run(start(file, type, own), type);
        } finally {
            delete(own);
        }
    }

    private static Optional<String> run(Process process, FileType type) throws InterruptedException {
        try {
            CompletableFuture<String> words = CompletableFuture.supplyAsync(() -> words(process));
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) {
                LOG.log(System.Logger.Level.INFO, "The words of a file of type " + type + " could not be read");
                return Optional.empty();
            }
            return Optional.of(words.join()).filter(text -> !text.isBlank());
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** Where it may leave files: when it is killed, nothing of them stays. */
    private Path own() {
        try {
            return Files.createTempDirectory(temporary, "words");
        } catch (IOException e) {
            throw new UncheckedIOException("The words of a file cannot be read", e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Temporary files stay in " + directory, e);
        }
    }

    private Process start(Path file, FileType type, Path own) {
        try {
            return command(file, type, own).start();
        } catch (IOException e) {
            throw new UncheckedIOException("The words of a file cannot be read", e);
        }
    }

    /** How it is started. @param own the directory it works in */
    ProcessBuilder command(Path file, FileType type, Path own) {
        String classes = application.getRealPath("/WEB-INF/classes");
        String libraries = application.getRealPath("/WEB-INF/lib") + File.separator + "*";
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MEMORY,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + own,
                "-cp",
                classes + File.pathSeparator + libraries,
                ReadWords.class.getName(),
                type.name().toLowerCase(Locale.ROOT),
                file.toAbsolutePath().toString());
        builder.environment().clear();
        // A machine that fails writes about it where it was started.
        builder.directory(own.toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder;
    }

    private static String words(Process process) {
        try (InputStream out = process.getInputStream()) {
            return new String(out.readNBytes(ReadWords.MOST * 4), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
