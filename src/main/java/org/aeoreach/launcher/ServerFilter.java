package org.aeoreach.launcher;

import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Lets through everything of ours, and warnings and errors of everybody else. Levels in a file would not do: the server
 * sets those of its own loggers again while it starts.
 */
public final class ServerFilter implements Filter {
    private static final String OURS = "org.aeoreach";

    @Override
    public boolean isLoggable(LogRecord entry) {
        String logger = entry.getLoggerName();
        return entry.getLevel().intValue() >= Level.WARNING.intValue() || logger != null && logger.startsWith(OURS);
    }
}
