package org.aeoreach.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineFormatterTest {
    private final LineFormatter formatter = new LineFormatter();

    @AfterEach
    void forgetRequest() {
        System.getProperties().remove(LineFormatter.REQUEST_ID);
    }

    @Test
    void writesTimeLevelLoggerRequestAndMessage() {
        LogRecord entry = entry(Level.INFO, "ready at {0}");
        entry.setParameters(new Object[] {"8080"});
        entry.setInstant(Instant.parse("2026-11-21T18:40:01.123456Z"));

        assertThat(formatter.format(entry))
                .isEqualTo("2026-11-21T18:40:01.123Z INFO  org.aeoreach.Trial [--] ready at 8080"
                        + System.lineSeparator());
    }

    @Test
    void namesTheRequestTheThreadWorksOn() {
        ThreadLocal<String> current = ThreadLocal.withInitial(() -> "r-42");
        System.getProperties().put(LineFormatter.REQUEST_ID, current);

        assertThat(formatter.format(entry(Level.INFO, "x"))).contains(" [r-42] x");
    }

    @ParameterizedTest
    @CsvSource({"SEVERE, ERROR", "WARNING, 'WARN '", "INFO, 'INFO '", "CONFIG, DEBUG", "FINE, DEBUG", "FINEST, TRACE"})
    void namesLevelsAsEverybodyDoes(String level, String name) {
        assertThat(formatter.format(entry(Level.parse(level), "x"))).contains("Z " + name + " org");
    }

    @Test
    void flattensAStackTraceIntoTheLine() {
        LogRecord entry = entry(Level.SEVERE, "failed");
        entry.setThrown(new IllegalStateException("outer\nforged", new IllegalArgumentException("inner")));

        assertThat(formatter.format(entry).strip())
                .contains("failed | java.lang.IllegalStateException: outer | forged | at org.aeoreach.launcher")
                .contains(" | Caused by: java.lang.IllegalArgumentException: inner | ")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "10, \\n",
        "13, \\r",
        "27, \\e",
        "0, \\u0000",
        "127, \\u007f",
        "155, \\u009b",
        "8232, \\u2028",
        "8238, \\u202e"
    })
    void escapesWhatCouldForgeALine(int point, String escaped) {
        assertThat(LineFormatter.escape("a" + Character.toString(point) + "b")).isEqualTo("a" + escaped + "b");
    }

    @Test
    void leavesLettersOfAllLanguages() {
        assertThat(LineFormatter.escape("海关 Zölle 𠮷")).isEqualTo("海关 Zölle 𠮷");
    }

    private static LogRecord entry(Level level, String message) {
        LogRecord entry = new LogRecord(level, message);
        entry.setLoggerName("org.aeoreach.Trial");
        return entry;
    }
}
