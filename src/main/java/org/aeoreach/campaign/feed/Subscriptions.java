package org.aeoreach.campaign.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.aeoreach.campaign.calendar.Whose;
import org.aeoreach.identity.Token;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Viewer;
import org.aeoreach.scope.ViewerRow;

/** Who stands behind a secret link, asked anew at every request: what ended a minute ago opens nothing now. */
@ApplicationScoped
class Subscriptions {

    private static final String FIND =
            "select account_id, login, name_zh, name_en, role, assignment_id, unit_id, org_path,"
                    + " feed_id, whose, language from find_calendar_feed(?, ?, now(), ?)";

    @Inject
    private Bound bound;

    @Inject
    private Clock clock;

    /** The officer who made a link, and what it shows. */
    record Subscription(long id, Viewer viewer, Whose whose, Language language) {}

    /** Notes the use at most once a minute. */
    @Transactional
    Optional<Subscription> find(Token token) {
        return Rows.one(
                bound.query(
                        FIND,
                        token.hash(),
                        Time.today(clock),
                        RequestContext.current().address()),
                row -> {
                    Language language = Language.valueOf(row.text(10));
                    return new Subscription(
                            row.id(8),
                            ViewerRow.himself(row, new Viewer.Settings(language, Time.ZONE), null),
                            Whose.valueOf(row.text(9)),
                            language);
                });
    }
}
