package org.aeoreach.training.feed;

import java.net.URI;
import java.time.Instant;
import org.aeoreach.campaign.feed.ContentLines;
import org.jspecify.annotations.Nullable;

/**
 * A session as an entry for the calendar of one attendee (RFC 5545 and 5546). Its name is that of his registration and
 * never changes; its sequence grows with each letter, so that programs replace what they have, or take it out. Moments
 * are told in UTC: a calendar shows them by its own clock, and no table of time zones need come along.
 */
public final class CalendarEntry {

    private CalendarEntry() {}

    /** Who it is for, and how often he was sent it. */
    public record For(long registration, int sequence, String name, String mail) {}

    /** What is on. @param place null where it is not known or online only */
    public record Event(
            String title,
            Instant starts,
            Instant ends,
            @Nullable String place,
            @Nullable String link) {}

    /** How sure it is, by the words of RFC 5545. */
    enum Standing {
        CONFIRMED,
        /** It is not sure that he comes. */
        TENTATIVE,
        CANCELLED
    }

    /**
     * @param base address of the installation
     * @param organiser address letters come from
     * @param off whether it is taken out of his calendar
     */
    public static String of(Event event, For who, String base, String organiser, boolean off, Instant now) {
        ContentLines lines = begin(off ? "CANCEL" : "REQUEST");
        open(lines, registration(who.registration(), base), now, who.sequence());
        body(lines, event, off ? Standing.CANCELLED : Standing.CONFIRMED);
        lines.add("ORGANIZER", "mailto:" + organiser)
                .add("ATTENDEE;PARTSTAT=ACCEPTED;RSVP=FALSE", "mailto:" + who.mail());
        if (event.link() != null) {
            lines.add("URL", event.link());
        }
        return lines.add("END", "VEVENT").add("END", "VCALENDAR").toString();
    }

    /** The name of an entry of one attendee. */
    static String registration(long registration, String base) {
        return "registration-" + registration + "@" + URI.create(base).getHost();
    }

    /** The name of an entry for everybody. */
    static String session(long session, String base) {
        return "session-" + session + "@" + URI.create(base).getHost();
    }

    static ContentLines begin(String method) {
        return new ContentLines()
                .add("BEGIN", "VCALENDAR")
                .add("VERSION", "2.0")
                .add("PRODID", "-//AEO Reach//Training//EN")
                .add("CALSCALE", "GREGORIAN")
                .add("METHOD", method);
    }

    static void open(ContentLines lines, String uid, Instant stamp, int sequence) {
        lines.add("BEGIN", "VEVENT")
                .add("UID", uid)
                .moment("DTSTAMP", stamp)
                .add("SEQUENCE", Integer.toString(sequence));
    }

    static void body(ContentLines lines, Event event, Standing standing) {
        lines.moment("DTSTART", event.starts())
                .moment("DTEND", event.ends())
                .words("SUMMARY", event.title())
                .add("STATUS", standing.name());
        if (event.place() != null) {
            lines.words("LOCATION", event.place());
        }
    }
}
