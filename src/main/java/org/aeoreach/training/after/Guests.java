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
import org.aeoreach.training.registration.AttendeeKey;
import org.aeoreach.training.registration.Registrations;
import org.aeoreach.web.Limit;
import org.aeoreach.web.RateLimits;

/** Finds out who stands behind a secret link, or that a registration is the viewer's own. */
@ApplicationScoped
public class Guests {

    private static final String ONE = "select registration_id, status, attendance_id, name, language, session_id,"
            + " session_path, session_status, course_id, title_zh, title_en, starts_at, ends_at, zone"
            + " from training_guest(?1, ?2)";

    @Inject
    private Bound bound;

    @Inject
    private Registrations registrations;

    @Inject
    private RateLimits limits;

    @Inject
    private Clock clock;

    /** Nothing when the key opens nothing. */
    @Transactional
    public Optional<Guest> find(AttendeeKey key) {
        return Rows.one(bound.query(ONE, key.bytes(), clock.instant().atOffset(ZoneOffset.UTC)), Guest::of);
    }

    /** @throws Problem 404 when the link opens nothing; too many of those are refused for a while */
    @Transactional
    public GuestVisit open(String token) {
        return LinkToken.of(token).map(AttendeeKey::of).flatMap(this::visit).orElseThrow(this::over);
    }

    private Optional<GuestVisit> visit(AttendeeKey key) {
        return find(key).map(guest -> new GuestVisit(guest, key));
    }

    /** The viewer himself by his registration. @throws Problem 404 when it is not his own */
    @Transactional
    public GuestVisit own(long registration) {
        return visit(AttendeeKey.of(registrations.ours(registration))).orElseThrow(Problem::notFound);
    }

    private Problem over() {
        limits.takeFor(Limit.BAD_TOKEN, "ticket:" + RequestContext.current().address());
        return new Problem(404, "session.problem.link-over");
    }
}
