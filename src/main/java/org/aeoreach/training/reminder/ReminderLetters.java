package org.aeoreach.training.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.mail.Letter;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.mail.Outbox;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.feed.CalendarEntry;
import org.aeoreach.training.registration.TicketInvitation;
import org.aeoreach.training.registration.Tickets;
import org.aeoreach.training.session.SessionTime;
import org.jspecify.annotations.Nullable;

/** Writes the letters to those who are to be reminded now. */
@ApplicationScoped
public class ReminderLetters {

    static final int BATCH = 100;

    private static final String DUE =
            "select n.days, n.sequence, n.registration, n.number, n.name, n.mail, n.language, n.enterprise, n.session_id,"
                    + " n.link, n.materials_zh, n.materials_en, o.title_zh, o.title_en, o.starts_at, o.ends_at, o.zone,"
                    + " o.place_zh, o.place_en, o.org_path, cast(n.chosen as text)"
                    + " from training_reminders(?1, ?2) n join training_offer o on o.id = n.session_id";

    @Inject
    private Bound bound;

    @Inject
    private TicketInvitation invitation;

    @Inject
    private Outbox outbox;

    @Inject
    private Messages messages;

    @Inject
    private Configuration configuration;

    @Inject
    private Clock clock;

    private record Due(
            long days,
            CalendarEntry.For who,
            String number,
            Language language,
            @Nullable Long enterprise,
            long session,
            @Nullable String materials,
            CalendarEntry.Event event,
            String zone,
            String path,
            List<ChosenPart> chosen) {

        static Due of(Rows.Row row) {
            Language language = Objects.requireNonNull(Language.of(row.text(6)));
            return new Due(
                    row.id(0),
                    new CalendarEntry.For(row.id(2), (int) row.id(1), row.text(4), row.text(5)),
                    row.text(3),
                    language,
                    row.idOrNull(7),
                    row.id(8),
                    row.textOrNull(10) == null ? null : language.pick(row.text(10), row.textOrNull(11)),
                    new CalendarEntry.Event(
                            language.pick(row.text(12), row.textOrNull(13)),
                            row.instant(14),
                            row.instant(15),
                            row.textOrNull(17) == null ? null : language.pick(row.text(17), row.textOrNull(18)),
                            row.textOrNull(9)),
                    row.text(16),
                    row.text(19),
                    ChosenPart.read(row.textOrNull(20)));
        }
    }

    /** @return how many letters were written */
    @Transactional
    public int write() {
        Instant now = clock.instant();
        List<Due> all = Rows.list(bound.query(DUE, now.atOffset(ZoneOffset.UTC), BATCH), Due::of);
        outbox.sendEach(all, each -> letter(each, now));
        return all.size();
    }

    private Letter letter(Due due, Instant now) {
        LinkToken token = LinkToken.fresh();
        bound.query(
                        "select 1 from training_ticket_made(?1, ?2)",
                        token.hash(),
                        due.who().registration())
                .getSingleResult();
        return new Letter(
                        "training-reminder",
                        due.language(),
                        new MailAddress(due.who().mail()),
                        HeaderText.plain(due.who().name()),
                        words(due, token),
                        due.path(),
                        due.enterprise())
                .about("/desk/trainings/" + due.session())
                .dated(CalendarEntry.of(due.event(), due.who(), configuration.baseUrl(), organiser(), false, now));
    }

    private Map<String, String> words(Due due, LinkToken token) {
        CalendarEntry.Event event = due.event();
        String place = Objects.requireNonNullElse(event.place(), "");
        String materials = due.materials() == null
                ? ""
                : messages.text(due.language(), "reminder.letter.materials") + "\n" + due.materials();
        TicketInvitation.Invited invited =
                invitation.of(token, due.language()).orElse(TicketInvitation.Invited.NOWHERE);
        return Map.of(
                "title",
                HeaderText.plain(event.title()).text(),
                "number",
                due.number(),
                "when",
                SessionTime.of(event.starts(), event.ends(), due.zone(), due.language()) + " "
                        + SessionTime.zone(due.zone(), due.language()),
                "where",
                HeaderText.plainLines(event.link() == null ? place : (place + "\n" + event.link()).strip()),
                "chosen",
                HeaderText.plainLines(chosen(due)),
                "materials",
                HeaderText.plainLines(materials),
                "invitation",
                invited.words(),
                "invited",
                invited.path(),
                "ticket",
                Tickets.PATH + token.text());
    }

    private String chosen(Due due) {
        return due.chosen().isEmpty()
                ? ""
                : due.chosen().stream()
                        .map(each -> each.line(due.zone(), due.language()))
                        .collect(Collectors.joining(
                                "\n", messages.text(due.language(), "conference.letter.chosen") + "\n", ""));
    }

    /** The address letters come from, or one of ours that takes no mail. */
    private String organiser() {
        String from = configuration.text("aeo.mail.from", "");
        return MailAddress.isWellFormed(from)
                ? from
                : "noreply@" + URI.create(configuration.baseUrl()).getHost();
    }
}
