package org.aeoreach.training.feed;

import java.time.Instant;
import java.util.List;
import org.aeoreach.campaign.feed.ContentLines;

/**
 * An entry of a feed.
 *
 * @param uid its name, which never changes
 * @param changed when it last did; the same entries make the same text, to the byte
 * @param page where more stands
 */
record Published(
        String uid,
        int sequence,
        CalendarEntry.Event event,
        CalendarEntry.Standing standing,
        Instant changed,
        String page) {

    private static final String REFRESH = "PT4H";

    /** A calendar of them. */
    static String text(String name, List<Published> all) {
        ContentLines lines = CalendarEntry.begin("PUBLISH")
                .words("NAME", name)
                .words("X-WR-CALNAME", name)
                .add("REFRESH-INTERVAL;VALUE=DURATION", REFRESH)
                .add("X-PUBLISHED-TTL", REFRESH);
        all.forEach(each -> each.write(lines));
        return lines.add("END", "VCALENDAR").toString();
    }

    private void write(ContentLines lines) {
        CalendarEntry.open(lines, uid, changed, sequence);
        CalendarEntry.body(lines, event, standing);
        if (event.link() != null) {
            lines.words("DESCRIPTION", event.link());
        }
        lines.add("URL", page).add("END", "VEVENT");
    }
}
