package org.aeoreach.training.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.mail.Letter;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.mail.Outbox;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.feed.CalendarEntry;
import org.aeoreach.training.session.SessionTime;
import org.jspecify.annotations.Nullable;

/**
 * Writes the letters that the notices ask for. Taking a notice and keeping the letter commit together, so nobody is told
 * twice, whichever node does it.
 */
@ApplicationScoped
public class AttendeeLetters {

    static final int BATCH = 100;

    /** After these his calendar shows it; after those it does not, if it ever did. */
    private static final Set<String> SHOWN = Set.of("REGISTERED", "MOVED");

    private static final Set<String> TAKEN_OUT = Set.of("CANCELLED", "CALLED_OFF");

    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final String NOTICES =
            "select n.kind, n.sequence, n.registration, n.number, n.name, n.mail, n.language,"
                    + " n.enterprise, n.offered_until, n.place, coalesce(n.reason, o.reason), n.link, o.title_zh, o.title_en,"
                    + " o.starts_at, o.ends_at, o.zone, o.place_zh, o.place_en, o.org_path, n.session_id, n.seated"
                    + " from training_notices(?1) n join training_offer o on o.id = n.session_id";

    @Inject
    private Bound bound;

    @Inject
    private TicketInvitation invitation;

    @Inject
    private Outbox outbox;

    @Inject
    private Configuration configuration;

    @Inject
    private Clock clock;

    private record Notice(
            String kind,
            CalendarEntry.For who,
            String number,
            Language language,
            @Nullable Long enterprise,
            @Nullable Instant offeredUntil,
            long row,
            @Nullable String reason,
            CalendarEntry.Event event,
            String zone,
            String path,
            long session,
            boolean seated) {

        static Notice of(Rows.Row row) {
            Language language = Objects.requireNonNull(Language.of(row.text(6)));
            String place = row.textOrNull(17) == null ? null : language.pick(row.text(17), row.textOrNull(18));
            return new Notice(
                    row.text(0),
                    new CalendarEntry.For(row.id(2), (int) row.id(1), row.text(4), row.text(5)),
                    row.text(3),
                    language,
                    row.idOrNull(7),
                    row.instantOrNull(8),
                    row.id(9),
                    row.textOrNull(10),
                    new CalendarEntry.Event(
                            language.pick(row.text(12), row.textOrNull(13)),
                            row.instant(14),
                            row.instant(15),
                            place,
                            row.textOrNull(11)),
                    row.text(16),
                    row.text(19),
                    row.id(20),
                    row.flag(21));
        }

        boolean shown() {
            return SHOWN.contains(kind) && seated;
        }
    }

    /** @return how many letters were written */
    @Transactional
    public int write() {
        List<Notice> all = Rows.list(bound.query(NOTICES, BATCH), Notice::of);
        outbox.sendEach(all, this::letter);
        return all.size();
    }

    private Letter letter(Notice notice) {
        LinkToken token = LinkToken.fresh();
        bound.query(
                        "select 1 from training_ticket_made(?1, ?2)",
                        token.hash(),
                        notice.who().registration())
                .getSingleResult();
        Letter letter = new Letter(
                        "training-" + notice.kind().toLowerCase(Locale.ROOT).replace('_', '-'),
                        notice.language(),
                        new MailAddress(notice.who().mail()),
                        HeaderText.plain(notice.who().name()),
                        words(notice, token),
                        notice.path(),
                        notice.enterprise())
                .about("/desk/trainings/" + notice.session());
        boolean out = TAKEN_OUT.contains(notice.kind());
        return notice.shown() || out ? letter.dated(entry(notice, out)) : letter;
    }

    private String entry(Notice notice, boolean off) {
        return CalendarEntry.of(
                notice.event(), notice.who(), configuration.baseUrl(), organiser(), off, clock.instant());
    }

    /** The address letters come from, or one of ours that takes no mail. */
    private String organiser() {
        String from = configuration.text("aeo.mail.from", "");
        return MailAddress.isWellFormed(from)
                ? from
                : "noreply@" + URI.create(configuration.baseUrl()).getHost();
    }

    private Map<String, String> words(Notice notice, LinkToken token) {
        Map<String, String> words = new HashMap<>();
        CalendarEntry.Event event = notice.event();
        words.put("title", HeaderText.plain(event.title()).text());
        words.put("number", notice.number());
        words.put(
                "when",
                SessionTime.of(event.starts(), event.ends(), notice.zone(), notice.language()) + " "
                        + SessionTime.zone(notice.zone(), notice.language()));
        words.put("where", HeaderText.plainLines(where(event)));
        words.put("ticket", Tickets.PATH + token.text());
        switch (notice.kind()) {
            case "OFFERED" -> words.put("until", until(notice));
            case "WAITING" -> words.put("row", Long.toString(notice.row()));
            case "REFUSED", "CANCELLED", "MOVED", "CALLED_OFF" ->
                words.put("reason", HeaderText.plainLines(Objects.requireNonNullElse(notice.reason(), "")));
            case "REGISTERED" -> invite(words, token, notice.language());
            default -> {}
        }
        return words;
    }

    private void invite(Map<String, String> words, LinkToken token, Language language) {
        TicketInvitation.Invited invited = invitation.of(token, language).orElse(TicketInvitation.Invited.NOWHERE);
        words.put("invitation", invited.words());
        words.put("invited", invited.path());
    }

    /** The place, and where it is online: a line each. */
    private static String where(CalendarEntry.Event event) {
        String place = Objects.requireNonNullElse(event.place(), "");
        return event.link() == null ? place : (place + "\n" + event.link()).strip();
    }

    private static String until(Notice notice) {
        Instant until =
                Objects.requireNonNullElse(notice.offeredUntil(), notice.event().starts());
        return UNTIL.format(until.atZone(ZoneId.of(notice.zone()))) + " "
                + SessionTime.zone(notice.zone(), notice.language());
    }
}
