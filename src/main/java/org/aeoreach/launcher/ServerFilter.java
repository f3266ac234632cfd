package org.aeoreach.launcher;

import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets through everything of ours, and warnings and errors of everybody else. Levels in a file would not do: the server
 * sets those of its own loggers again while it starts.
 */
public final class ServerFilter implements Filter {
    private static final String OURS = "org.aeoreach";
    private static final Pattern ABSTRACT = Pattern.compile("Component of class class org\\.aeoreach\\.importing\\."
            + "Import(Api|Desk) cannot be instantiated and will be ignored\\.?");

    @Override
    public boolean isLoggable(LogRecord entry) {
        String logger = entry.getLoggerName() == null ? "" : entry.getLoggerName();
        if (entry.getLevel().intValue() < Level.WARNING.intValue()) {
            return logger.startsWith(OURS);
        }
        return !harmless(logger, entry.getMessage());
    }

    /**
     * Each of these recurs at every start and asks nothing of anybody. While it looks for annotations, the server makes
     * a class loader for the application and closes it again, and reports the database driver that came with it. And it
     * takes a class with a path on a method for one that answers requests, the abstract ones too of which the answering
     * ones are made.
     */
    private static boolean harmless(String logger, @Nullable String message) {
        if (message == null) {
            return false;
        }
        return logger.equals("jakarta.enterprise.web.util") && message.contains("[unknown] registered the JDBC driver")
                || logger.startsWith("org.glassfish.jersey.")
                        && ABSTRACT.matcher(message).matches();
    }
}
