package org.aeoreach.web.timeline;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aeoreach.platform.Problem;

/** A place in the one order of all entries: by time, then source, then number, the newest first. */
record Place(Instant at, String source, long number) {

    private static final Pattern TEXT = Pattern.compile("([0-9]{4}-[0-9TZ:.-]{15,25})/([a-z-]+)/([0-9]{1,18})");
    // A year that both PostgreSQL and Java can tell.
    private static final Place BEGINNING = new Place(Instant.parse("9999-01-01T00:00:00Z"), "", 0);

    String text() {
        return at + "/" + source + "/" + number;
    }

    static Place of(String text) {
        if (text.isEmpty()) {
            return BEGINNING;
        }
        Matcher parts = TEXT.matcher(text);
        try {
            if (parts.matches()) {
                return new Place(Instant.parse(parts.group(1)), parts.group(2), Long.parseLong(parts.group(3)));
            }
        } catch (DateTimeException e) {
            throw Problem.invalid("after", "web.invalid.cursor");
        }
        throw Problem.invalid("after", "web.invalid.cursor");
    }

    /** Of the same moment, sources later in the alphabet have been shown, earlier ones have not. */
    TimelineSource.Before asSeenBy(String name) {
        int order = name.compareTo(source);
        return new TimelineSource.Before(at, order == 0 ? number : order > 0 ? 0 : Long.MAX_VALUE);
    }
}
