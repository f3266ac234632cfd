package org.aeoreach.library.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.aeoreach.web.upload.FileType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process that reads a file works in a directory of its own, which is gone afterwards, whatever became of it. */
class WordsOfTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temporary;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path files;

    @BeforeEach
    void startsEmpty() throws IOException {
        assertThat(left()).isEmpty();
    }

    @Test
    void readsAndLeavesNothing() throws IOException {
        Path file = files.resolve("a.docx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<d><p><t>年度报告</t></p></d>".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(words().read(file, FileType.DOCX))
                .hasValueSatisfying(words -> assertThat(words.strip()).isEqualTo("年度报告"));
        assertThat(left()).isEmpty();
    }

    @Test
    void leavesNothingOfWhatItCannotRead() throws IOException {
        Path file = Files.writeString(files.resolve("a.pdf"), "%PDF-1.7 nothing of it");
        assertThat(words().read(file, FileType.PDF)).isEmpty();
        assertThat(left()).isEmpty();
    }

    @Test
    void isStartedInItsOwnDirectory() {
        List<String> started =
                words().command(Path.of("a.pdf"), FileType.PDF, temporary).command();
        assertThat(started).contains("-Djava.io.tmpdir=" + temporary).anyMatch(word -> word.startsWith("-Xmx"));
        assertThat(words().command(Path.of("a.pdf"), FileType.PDF, temporary).directory())
                .isEqualTo(temporary.toFile());
        assertThat(words().command(Path.of("a.pdf"), FileType.PDF, temporary).environment())
                .isEmpty();
    }

    private WordsOf words() {
        return new WordsOf(
                (ServletContext) Proxy.newProxyInstance(
                        WordsOfTest.class.getClassLoader(),
                        new Class<?>[] {ServletContext.class},
                        (proxy, method, arguments) ->
                                arguments[0].equals("/WEB-INF/classes") ? classPath() : files.toString()),
                temporary);
    }

    /** The process is started elsewhere. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> all = Files.list(temporary)) {
            return all.toList();
        }
    }
}
