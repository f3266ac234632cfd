package org.aeoreach.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The launcher's own log. It does not go through {@code java.util.logging}, whose handlers are closed by a shutdown hook
 * that runs beside ours: what is said while stopping would be lost. Always UTF-8, because half of each line is Chinese.
 */
final class Log {
    private static final PrintStream OUT = stream(FileDescriptor.out);
    private static final PrintStream ERR = stream(FileDescriptor.err);
    // Loggers are collected when nobody holds them, and their level with them.
    private static final Logger MIGRATION_LIBRARY = Logger.getLogger("org.flywaydb");

    private final String name;

    Log(Class<?> source) {
        this.name = source.getName();
    }

    void info(Sentence sentence) {
        print(LineFormatter.line("INFO", name, sentence.toString()));
    }

    void warn(Sentence sentence) {
        print(LineFormatter.line("WARN", name, sentence.toString()));
    }

    static void print(String line) {
        synchronized (OUT) {
            OUT.print(line);
            OUT.flush();
        }
    }

    static PrintStream errors() {
        return ERR;
    }

    static PrintStream output() {
        return OUT;
    }

    /** Brings what libraries log in this process into the same form. */
    static void adoptLibraries(boolean verbose) {
        LogManager.getLogManager().reset();
        MIGRATION_LIBRARY.setLevel(verbose ? Level.INFO : Level.WARNING);
        Logger.getLogger("").addHandler(new Lines());
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static final class Lines extends Handler {
        private final LineFormatter formatter = new LineFormatter();

        @Override
        public void publish(LogRecord entry) {
            if (isLoggable(entry)) {
                print(formatter.format(entry));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
