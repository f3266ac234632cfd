package org.aeoreach.training.after;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Limit;
import org.aeoreach.web.RateLimits;

/** Finds out who stands behind a secret link. */
@ApplicationScoped
public class Guests {

    private static final String ONE = "select registration_id, status, attendance_id, name, language, session_id,"
            + " session_path, session_status, course_id, title_zh, title_en, starts_at, ends_at, zone"
            + " from training_guest(?1, ?2)";

    @Inject
    private Bound bound;

    @Inject
    private RateLimits limits;

    @Inject
    private Clock clock;

    /** Nothing when the link opens nothing. */
    @Transactional
    public Optional<Guest> find(LinkToken token) {
        return Rows.one(bound.query(ONE, token.hash(), clock.instant().atOffset(ZoneOffset.UTC)), Guest::of);
    }

    /** @throws org.aeoreach.platform.Problem 404 when the link opens nothing; too many of those are refused for a while */
    @Transactional
    public Guest open(String token) {
        return LinkToken.of(token).flatMap(this::find).orElseThrow(this::over);
    }

    private Problem over() {
        limits.takeFor(Limit.BAD_TOKEN, "ticket:" + RequestContext.current().address());
        return new Problem(404, "session.problem.link-over");
    }
}
