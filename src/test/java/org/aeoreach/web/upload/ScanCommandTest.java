package org.aeoreach.web.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.aeoreach.web.upload.ScanCommand.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real programs. */
class ScanCommandTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path directory = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void give() throws IOException {
        file = Files.writeString(directory.resolve("given file"), "words\nbad\n");
    }

    private String script(String lines) throws IOException {
        return "sh " + Files.writeString(directory.resolve("scan.sh"), lines);
    }

    private Verdict look(String lines) throws IOException, InterruptedException {
        return ScanCommand.of(script(lines), LONG).look(file);
    }

    @Test
    void exitCodesSayWhatTheFileIs() throws IOException, InterruptedException {
        assertThat(look("exit 0")).isEqualTo(Verdict.CLEAN);
        assertThat(look("exit 1")).isEqualTo(Verdict.INFECTED);
        assertThat(look("exit 2")).isEqualTo(Verdict.UNKNOWN);
        assertThat(look("kill -9 $$")).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void readsTheFileOnItsStandardInput() throws IOException, InterruptedException {
        assertThat(look("grep -q bad && exit 1 || exit 0")).isEqualTo(Verdict.INFECTED);
        assertThat(look("grep -q good && exit 1 || exit 0")).isEqualTo(Verdict.CLEAN);
    }

    @Test
    void orByItsPathAsOneArgument() throws IOException, InterruptedException {
        String line = script("test $# -eq 2 && grep -q bad \"$2\" && exit 1 || exit 2") + "  --file {file} ";
        assertThat(ScanCommand.of(line, LONG).look(file)).isEqualTo(Verdict.INFECTED);
    }

    @Test
    void aProgramThatHangsIsEndedWithItsChildren() throws IOException, InterruptedException {
        Path child = directory.resolve("child");
        String line = script("sleep 600 & echo $! > '" + child + "'; wait");
        assertThat(ScanCommand.of(line, Duration.ofSeconds(2)).look(file)).isEqualTo(Verdict.UNKNOWN);
        long id = Long.parseLong(Files.readString(child).strip());
        ProcessHandle.of(id).ifPresent(left -> left.onExit().join());
    }

    @Test
    void aProgramThatIsMissingSaysNothing() throws InterruptedException {
        assertThat(ScanCommand.of(directory.resolve("nothing") + " {file}", LONG)
                        .look(file))
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void whatItPrintsDoesNotStopIt() throws IOException, InterruptedException {
        assertThat(
                        look(
                                "i=0; while [ $i -lt 3000 ]; do echo clean clean clean clean clean >&2; i=$((i+1)); done; exit 0"))
                .isEqualTo(Verdict.CLEAN);
    }
}
