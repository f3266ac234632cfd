package org.aeoreach.campaign.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Lines of an iCalendar text (RFC 5545, 3.1): ended by CR LF, and folded so that none has more than 75 octets in UTF-8
 * and no character is cut in two.
 */
public final class ContentLines {

    private static final int MOST = 75;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    /** A value that is written as it stands, such as a date. */
    public ContentLines add(String name, String value) {
        fold(name + ":" + value);
        return this;
    }

    /** A moment, told in UTC (form #2 of 3.3.5). */
    public ContentLines moment(String name, Instant value) {
        return add(name, MOMENT.format(value));
    }

    /** A value of words: what has a meaning within a line is escaped, control characters are left out. */
    public ContentLines words(String name, String value) {
        return add(name, escaped(value));
    }

    static String escaped(String value) {
        return value.replace("\r\n", "\n")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    private void fold(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int point = line.codePointAt(i);
            int more = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > MOST) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(point);
            octets += more;
            i += Character.charCount(point);
        }
        text.append("\r\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
