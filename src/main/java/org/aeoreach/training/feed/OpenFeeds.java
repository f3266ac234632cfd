package org.aeoreach.training.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.campaign.Audience;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.session.TaughtIn;
import org.jspecify.annotations.Nullable;

/** What is offered, as a calendar for everybody. */
@ApplicationScoped
class OpenFeeds {

    /** Entries at most. */
    private static final int MOST = 1000;

    private static final String SELECT = "select o.id, o.title_zh, o.title_en, o.starts_at, o.ends_at, o.place_zh,"
            + " o.place_en, o.sequence, o.changed_at, o.status = 'CANCELLED' from training_offer o";
    private static final String ONE = SELECT + " where o.id = ?1";
    private static final String COMING = SELECT
            + " where o.status in ('PUBLISHED', 'CANCELLED') and o.ends_at > now() - interval '1 day'"
            + " and o.starts_at < now() + interval '400 days'"
            + " and not exists (select from training_part p where p.id = o.id)"
            + " and (cast(?1 as text) is null or exists (select from unit u where u.code = cast(?1 as text)"
            + " and starts_with(o.org_path, u.org_path)))"
            + " and (cast(?2 as text) is null or cast(?2 as text) = any (o.audience))"
            + " and (cast(?3 as bigint) is null or o.course_id = cast(?3 as bigint))"
            + " and (cast(?4 as text) is null or o.language in (cast(?4 as text), 'BOTH'))"
            + " order by o.starts_at, o.id limit " + MOST;

    @Inject
    private Bound bound;

    @Inject
    private Messages messages;

    @Inject
    private Configuration configuration;

    /** What a feed is narrowed to; null: not. @param unit code of who organises, with those below it */
    record Wanted(
            @Nullable String unit,
            @Nullable Audience audience,
            @Nullable Long course,
            @Nullable TaughtIn taught) {}

    @Transactional
    String coming(Wanted wanted, Language language) {
        return Published.text(
                messages.text(language, "trainingfeed.open"),
                read(COMING, language, wanted.unit(), wanted.audience(), wanted.course(), wanted.taught()));
    }

    /** @throws Problem 404 when there is no such session out */
    @Transactional
    String one(long session, Language language) {
        List<Published> found = read(ONE, language, session);
        if (found.isEmpty()) {
            throw Problem.notFound();
        }
        return Published.text(found.get(0).event().title(), found);
    }

    private List<Published> read(String sql, Language language, @Nullable Object... values) {
        return Rows.list(bound.query(sql, values), row -> entry(row, language));
    }

    private Published entry(Rows.Row row, Language language) {
        String base = configuration.baseUrl();
        String place = row.textOrNull(5) == null ? null : language.pick(row.text(5), row.textOrNull(6));
        return new Published(
                CalendarEntry.session(row.id(0), base),
                (int) row.id(7),
                new CalendarEntry.Event(
                        language.pick(row.text(1), row.textOrNull(2)), row.instant(3), row.instant(4), place, null),
                row.flag(9) ? CalendarEntry.Standing.CANCELLED : CalendarEntry.Standing.CONFIRMED,
                row.instant(8),
                base + "/portal/trainings/" + row.id(0));
    }
}
