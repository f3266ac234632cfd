package org.aeoreach.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** Figures worth keeping, in {@code target/faults/measures.txt}. */
final class Measure {

    private Measure() {}

    static void note(String format, Object... values) {
        try {
            Files.createDirectories(Setup.LOGS);
            Files.writeString(
                    Setup.LOGS.resolve("measures.txt"),
                    String.format(Locale.ROOT, format, values) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
