package org.aeoreach.training.registration;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.aeoreach.campaign.feed.ContentLines;
import org.jspecify.annotations.Nullable;

/**
 * A session as an entry for the calendar of one attendee (RFC 5545 and 5546). Its name is that of his registration and
 * never changes; its sequence grows with each letter, so that programs replace what they have, or take it out. Moments
 * are told in UTC: a calendar shows them by its own clock, and no table of time zones need come along.
 */
final class CalendarEntry {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private CalendarEntry() {}

    /** Who it is for, and how often he was sent it. */
    record For(long registration, int sequence, String name, String mail) {}

    /** What is on. @param place null where it is not known or online only */
    record Event(
            String title,
            Instant starts,
            Instant ends,
            @Nullable String place,
            @Nullable String link) {}

    /**
     * @param base address of the installation
     * @param organiser address letters come from
     * @param off whether it is taken out of his calendar
     */
    static String of(Event event, For who, String base, String organiser, boolean off, Instant now) {
        ContentLines lines = new ContentLines()
                .add("BEGIN", "VCALENDAR")
                .add("VERSION", "2.0")
                .add("PRODID", "-//AEO Reach//Training//EN")
                .add("CALSCALE", "GREGORIAN")
                .add("METHOD", off ? "CANCEL" : "REQUEST")
                .add("BEGIN", "VEVENT")
                .add(
                        "UID",
                        "registration-" + who.registration() + "@"
                                + URI.create(base).getHost())
                .add("DTSTAMP", STAMP.format(now))
                .add("SEQUENCE", Integer.toString(who.sequence()))
                .add("DTSTART", STAMP.format(event.starts()))
                .add("DTEND", STAMP.format(event.ends()))
                .words("SUMMARY", event.title())
                .add("STATUS", off ? "CANCELLED" : "CONFIRMED")
                .add("ORGANIZER", "mailto:" + organiser)
                .add("ATTENDEE;PARTSTAT=ACCEPTED;RSVP=FALSE", "mailto:" + who.mail());
        if (event.place() != null) {
            lines.words("LOCATION", event.place());
        }
        if (event.link() != null) {
            lines.add("URL", event.link());
        }
        return lines.add("END", "VEVENT").add("END", "VCALENDAR").toString();
    }
}
