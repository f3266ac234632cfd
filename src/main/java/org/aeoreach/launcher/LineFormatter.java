package org.aeoreach.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;

/**
 * Writes every log record as exactly one line: time in UTC, level, logger, request id, message, and the stack trace
 * flattened behind it. Whatever could forge or hide a line (line breaks, terminal escapes, bidirectional overrides) is
 * written as an escape.
 *
 * <p>Used by the launcher and, through the agent jar on its class path, by the application server. The request id comes
 * from a {@code ThreadLocal<String>} that the web application leaves in the system properties as
 * {@code aeo.requestId}: the two share no class.
 */
public final class LineFormatter extends Formatter {
    static final String REQUEST_ID = "aeo.requestId";
    private static final String NO_REQUEST = "--";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Override
    public String format(LogRecord entry) {
        StringBuilder text = new StringBuilder(escape(formatMessage(entry)));
        if (entry.getThrown() != null) {
            text.append(" | ").append(flatten(entry.getThrown()));
        }
        String logger = entry.getLoggerName() == null ? "root" : entry.getLoggerName();
        return line(entry.getInstant(), level(entry.getLevel()), logger, requestId(), text.toString());
    }

    /** Text and logger must already be escaped. */
    static String line(Instant time, String level, String logger, String requestId, String text) {
        return String.format(
                Locale.ROOT, "%s %-5s %s [%s] %s%n", TIME.format(time), level, escape(logger), requestId, text);
    }

    static String line(String level, String logger, String text) {
        return line(Instant.now(), level, logger, NO_REQUEST, escape(text));
    }

    static String flatten(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString()
                .lines()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(LineFormatter::escape)
                .collect(Collectors.joining(" | "));
    }

    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (point) {
                case '\n' -> safe.append("\\n");
                case '\r' -> safe.append("\\r");
                case '\t' -> safe.append(' ');
                case 0x1b -> safe.append("\\e");
                default -> appendVisible(safe, point);
            }
        });
        return safe.toString();
    }

    private static void appendVisible(StringBuilder safe, int point) {
        boolean separator = point == 0x2028 || point == 0x2029;
        boolean direction = point >= 0x202a && point <= 0x202e || point >= 0x2066 && point <= 0x2069;
        if (Character.isISOControl(point) || separator || direction) {
            safe.append(String.format(Locale.ROOT, "\\u%04x", point));
        } else {
            safe.appendCodePoint(point);
        }
    }

    private static String level(Level level) {
        int value = level.intValue();
        if (value >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (value >= Level.WARNING.intValue()) {
            return "WARN";
        }
        if (value >= Level.INFO.intValue()) {
            return "INFO";
        }
        return value >= Level.FINE.intValue() ? "DEBUG" : "TRACE";
    }

    private static String requestId() {
        if (System.getProperties().get(REQUEST_ID) instanceof ThreadLocal<?> current
                && current.get() instanceof String id) {
            return escape(id);
        }
        return NO_REQUEST;
    }
}
