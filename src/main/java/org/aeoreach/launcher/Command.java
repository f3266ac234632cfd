package org.aeoreach.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A short-lived program of the operating system and what it said. */
record Command(int exit, String output) {

    static Command run(Duration limit, List<String> words) {
        try {
            // A file, not a pipe: a server that the program leaves behind would hold the pipe open.
            Path output = Files.createTempFile("aeo-command", ".txt");
            try {
                return run(limit, words, output);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            return new Command(127, StartFailure.reason(e));
        }
    }

    private static Command run(Duration limit, List<String> words, Path output) throws IOException {
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .directory(new File(File.separator))
                .start();
        process.getOutputStream().close();
        if (!Pause.untilEnd(process, limit)) {
            process.destroyForcibly();
            return new Command(124, "no end after " + limit.toSeconds() + " s");
        }
        // Not every program writes UTF-8, and a malformed byte is no reason to lose the rest.
        String said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        return new Command(process.exitValue(), said.strip());
    }

    boolean succeeded() {
        return exit == 0;
    }

    /** The last line, which is where programs say what went wrong. */
    String reason() {
        String last = output.lines().filter(line -> !line.isBlank()).reduce("", (first, second) -> second);
        return LineFormatter.escape(last.strip());
    }
}
