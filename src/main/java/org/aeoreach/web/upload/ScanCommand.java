package org.aeoreach.web.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that says whether a file holds malware: exit code 0 clean, 1 infected, any other that it could not tell, as
 * {@code clamdscan} and {@code clamscan} do.
 *
 * @param words the program and its arguments; the path of the file stands for <code>{file}</code>, and without that the
 *     program reads the content on its standard input
 * @param limit after which it is ended
 */
record ScanCommand(List<String> words, Duration limit) {

    private static final System.Logger LOG = System.getLogger(ScanCommand.class.getName());
    private static final String FILE = "{file}";
    private static final int INFECTED = 1;

    /** What a program said of a file. */
    enum Verdict {
        CLEAN,
        INFECTED,
        UNKNOWN
    }

    ScanCommand {
        words = List.copyOf(words);
    }

    /** @param line words between blanks */
    static ScanCommand of(String line, Duration limit) {
        return new ScanCommand(Arrays.asList(line.strip().split("\\s+")), limit);
    }

    Verdict look(Path file) throws InterruptedException {
        try {
            return verdict(start(file));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "The program that looks for malware cannot be started: " + words, e);
            return Verdict.UNKNOWN;
        }
    }

    private Process start(Path file) throws IOException {
        List<String> line =
                words.stream().map(word -> word.replace(FILE, file.toString())).toList();
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
        if (line.equals(words)) {
            return builder.redirectInput(file.toFile()).start();
        }
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private Verdict verdict(Process process) throws InterruptedException {
        boolean over = false;
        try {
            over = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            if (!over) {
                end(process);
            }
        }
        int code = over ? process.exitValue() : -1;
        if (code != 0 && code != INFECTED) {
            String why = over ? "ended with code " + code : "took longer than " + limit.toSeconds() + " s";
            LOG.log(System.Logger.Level.ERROR, "The program that looks for malware " + why + ": " + words);
        }
        return code == 0 ? Verdict.CLEAN : code == INFECTED ? Verdict.INFECTED : Verdict.UNKNOWN;
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
