package org.aeoreach.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * Passes on what the application server prints, every line in the common form, and watches for the news that the
 * application could not be deployed: Payara itself goes on and answers 404 to everything.
 */
final class ServerOutput {
    private static final Pattern RECORD =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z (TRACE|DEBUG|INFO |WARN |ERROR) .*");
    private static final Pattern NOT_DEPLOYED = Pattern.compile(
            "Exception while (loading|preparing|visiting|deploying|starting|invoking class)|Failed to deploy|"
                    + "Error occurred during deployment|Exception during lifecycle processing|Unable to deploy|"
                    // What has no sentence of its own, such as a resource that nobody defines, comes from here.
                    + "Z ERROR javax\\.enterprise\\.system\\.core ");
    private static final int KEPT = 20;
    private static final String CAUSE = " | Caused by: ";

    private final List<String> errors = new ArrayList<>();
    private final CompletableFuture<String> deploymentFailure = new CompletableFuture<>();

    /** Returns when the process has closed its output. */
    void pass(InputStream stream) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                accept(line);
            }
        } catch (IOException e) {
            // The process is gone, which its exit tells better.
        }
    }

    void accept(String line) {
        if (line.isBlank()) {
            return;
        }
        boolean inForm = RECORD.matcher(line).matches();
        Log.print(inForm ? line + System.lineSeparator() : LineFormatter.line("INFO", "server", line));
        if (inForm && line.contains("Z ERROR ")) {
            remember(line);
        }
    }

    private synchronized void remember(String line) {
        errors.add(line);
        if (errors.size() > KEPT) {
            errors.remove(0);
        }
        if (NOT_DEPLOYED.matcher(line).find()) {
            deploymentFailure.complete(line);
        }
    }

    CompletableFuture<String> deploymentFailure() {
        return deploymentFailure;
    }

    /** The innermost cause of the first error that has one, else the last error. */
    synchronized Optional<String> decisiveError() {
        return errors.stream()
                .filter(line -> line.contains(CAUSE))
                .findFirst()
                .or(() -> errors.stream().reduce((first, second) -> second))
                .map(ServerOutput::innermost);
    }

    private static String innermost(String line) {
        int cause = line.lastIndexOf(CAUSE);
        String text = cause < 0 ? line.substring(line.indexOf("] ") + 2) : line.substring(cause + CAUSE.length());
        int trace = text.indexOf(" | ");
        return readable(trace < 0 ? text : text.substring(0, trace));
    }

    /** To stand inside a sentence: escaped line breaks are of no use there, nor is the same fault said twice. */
    private static String readable(String text) {
        int again = text.indexOf(" -- ");
        String once = again < 0 ? text : text.substring(0, again);
        return once.replace("\\n", " ").replaceAll(" {2,}", " ").replaceAll("[ .]+$", "");
    }
}
