package org.aeoreach.training.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.offer.OfferView;
import org.aeoreach.web.list.filter.Fragment;
import org.jspecify.annotations.Nullable;

/** What is offered, as a calendar for everybody. */
@ApplicationScoped
class OpenFeeds {

    /** Entries at most. */
    private static final int MOST = 1000;

    private static final String SELECT = "select o.id, o.title_zh, o.title_en, o.starts_at, o.ends_at, o.place_zh,"
            + " o.place_en, o.sequence, o.changed_at, o.status = 'CANCELLED'" + OfferView.FROM
            + " where " + OfferView.OUTWARD;
    private static final String ONE = SELECT + " and o.id = ?";
    private static final String COMING = SELECT
            + " and o.status in ('PUBLISHED', 'CANCELLED') and o.ends_at > now() - interval '1 day'"
            + " and o.starts_at < now() + interval '400 days' and " + OfferView.WHOLE;
    private static final String IN_TIME = " order by o.starts_at, o.id limit " + MOST;

    @Inject
    private Bound bound;

    @Inject
    private Messages messages;

    @Inject
    private Configuration configuration;

    /** @param wanted what the filters of the list of offers ask for */
    @Transactional
    String coming(Fragment wanted, Language language) {
        Fragment all = Fragment.of(COMING).and(wanted);
        return Published.text(
                messages.text(language, "trainingfeed.open"),
                read(all.sql() + IN_TIME, language, all.values().toArray()));
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
