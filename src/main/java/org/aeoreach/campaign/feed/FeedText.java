package org.aeoreach.campaign.feed;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.campaign.activity.Standing;
import org.aeoreach.campaign.calendar.Entry;
import org.aeoreach.campaign.calendar.Whose;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;

/**
 * Entries of the calendar as an iCalendar text (RFC 5545, with the refresh hint of RFC 7986). What is on takes whole days
 * of China, so no time zone is in it. The same entries make the same text, to the byte: its stamps are those of the last
 * change.
 */
final class FeedText {

    private static final String REFRESH = "PT4H";

    private final Messages messages;
    private final String base;
    private final int most;

    /**
     * @param base address of the installation, without a slash at its end
     * @param most entries it takes; where there are more, an entry on the day of the first left out says so
     */
    FeedText(Messages messages, String base, int most) {
        this.messages = messages;
        this.base = base;
        this.most = most;
    }

    String of(List<Entry> entries, Whose whose, Language language) {
        ContentLines lines = new ContentLines()
                .add("BEGIN", "VCALENDAR")
                .add("VERSION", "2.0")
                .add("PRODID", "-//AEO Reach//Campaign calendar//" + language.name())
                .add("CALSCALE", "GREGORIAN")
                .add("METHOD", "PUBLISH")
                .words("NAME", name(whose, language))
                .words("X-WR-CALNAME", name(whose, language))
                .add("REFRESH-INTERVAL;VALUE=DURATION", REFRESH)
                .add("X-PUBLISHED-TTL", REFRESH);
        entries.stream().limit(most).forEach(entry -> event(lines, entry, language));
        if (entries.size() > most) {
            end(lines, entries.get(most), language);
        }
        return lines.add("END", "VCALENDAR").toString();
    }

    private String name(Whose whose, Language language) {
        return messages.text(language, "campaign.feed.name", messages.text(language, "campaign.whose." + whose));
    }

    private void end(ContentLines lines, Entry leftOut, Language language) {
        lines.add("BEGIN", "VEVENT")
                .add("UID", "end@" + URI.create(base).getHost())
                .moment("DTSTAMP", leftOut.changedAt())
                .add("DTSTART;VALUE=DATE", day(leftOut.first()))
                .add("DTEND;VALUE=DATE", day(leftOut.first().plusDays(1)))
                .words("SUMMARY", messages.text(language, "campaign.feed.ends"))
                .add("TRANSP", "TRANSPARENT")
                .add("URL", base + "/desk/campaigns/calendar")
                .add("END", "VEVENT");
    }

    private void event(ContentLines lines, Entry entry, Language language) {
        lines.add("BEGIN", "VEVENT")
                .add("UID", entry.key() + "@" + URI.create(base).getHost())
                .moment("DTSTAMP", entry.changedAt())
                .moment("LAST-MODIFIED", entry.changedAt())
                .add("SEQUENCE", Long.toString(entry.version()))
                .add("DTSTART;VALUE=DATE", day(entry.first()))
                .add("DTEND;VALUE=DATE", day(entry.last().plusDays(1)))
                .words("SUMMARY", summary(entry, language))
                .add("STATUS", entry.standing().name())
                .add("TRANSP", "TRANSPARENT")
                .add("URL", base + entry.href());
        if (entry.unit() != null) {
            lines.words("DESCRIPTION", units(entry, language));
        }
        if (entry.place() != null) {
            lines.words("LOCATION", entry.place());
        }
        lines.add("END", "VEVENT");
    }

    /** Programs do not all show the status: what is overdue or withdrawn says so in words. */
    private String summary(Entry entry, Language language) {
        List<String> parts = new ArrayList<>();
        if (entry.overdue()) {
            parts.add(messages.text(language, "campaign.day-overdue"));
        }
        if (entry.standing() != Standing.CONFIRMED) {
            parts.add(messages.text(language, "campaign.standing." + entry.standing()));
        }
        parts.add(messages.text(language, entry.label(), entry.count()));
        if (entry.title() != null) {
            parts.add(entry.title().in(language));
        }
        return String.join(" · ", parts);
    }

    private String units(Entry entry, Language language) {
        return entry.units() == 1 && entry.unit() != null
                ? entry.unit().in(language)
                : messages.text(language, "campaign.day-units", entry.units());
    }

    private static String day(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
