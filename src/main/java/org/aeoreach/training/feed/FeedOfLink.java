package org.aeoreach.training.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.aeoreach.identity.Token;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;

/** What stands behind a secret link, asked anew at every request: what ended a minute ago shows nothing now. */
@ApplicationScoped
class FeedOfLink {

    private static final String FIND =
            "select f.feed, f.language, f.registration, f.sequence, f.name, f.status, f.link, o.title_zh, o.title_en,"
                    + " o.starts_at, o.ends_at, o.place_zh, o.place_en, o.changed_at, o.status = 'CANCELLED'"
                    + " from training_feed_of(?1, ?2, ?3) f left join training_offer o on o.id = f.session_id"
                    + " order by o.starts_at, f.registration";

    @Inject
    private Bound bound;

    @Inject
    private Messages messages;

    @Inject
    private Configuration configuration;

    @Inject
    private Clock clock;

    /** A calendar, and the number of the link that opened it. */
    record Opened(long id, String text) {}

    @Transactional
    Optional<Opened> open(Token token) {
        List<Rows.Row> rows = Rows.list(
                bound.query(
                        FIND, token.hash(), Time.today(clock), clock.instant().atOffset(ZoneOffset.UTC)),
                row -> row);
        return rows.stream().findFirst().map(first -> {
            Language language = Language.valueOf(first.text(1));
            List<Published> entries = rows.stream()
                    .filter(row -> row.idOrNull(2) != null)
                    .map(row -> entry(row, language))
                    .toList();
            return new Opened(first.id(0), Published.text(messages.text(language, "trainingfeed.title"), entries));
        });
    }

    private Published entry(Rows.Row row, Language language) {
        String base = configuration.baseUrl();
        String place = row.textOrNull(11) == null ? null : language.pick(row.text(11), row.textOrNull(12));
        String title = language.pick(row.text(7), row.textOrNull(8)) + " · " + row.text(4);
        return new Published(
                CalendarEntry.registration(row.id(2), base),
                (int) row.id(3),
                new CalendarEntry.Event(title, row.instant(9), row.instant(10), place, row.textOrNull(6)),
                row.flag(14) ? CalendarEntry.Standing.CANCELLED : standing(row.text(5)),
                row.instant(13),
                base + "/portal/my/trainings/" + row.id(2));
    }

    private static CalendarEntry.Standing standing(String status) {
        return switch (status) {
            case "REGISTERED" -> CalendarEntry.Standing.CONFIRMED;
            case "CANCELLED", "REFUSED", "EXPIRED" -> CalendarEntry.Standing.CANCELLED;
            default -> CalendarEntry.Standing.TENTATIVE;
        };
    }
}
