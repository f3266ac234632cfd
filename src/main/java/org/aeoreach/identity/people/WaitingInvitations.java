package org.aeoreach.identity.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.today.TodayItem;
import org.aeoreach.web.today.TodaySource;
import org.jspecify.annotations.Nullable;

/** People who were invited and have not come yet. */
@ApplicationScoped
public class WaitingInvitations implements TodaySource {

    private static final Duration NEAR = Duration.ofDays(2);
    private static final Duration EVER = Duration.ofDays(3650);

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Clock clock;

    /** Somebody invited. @param over whether his link works no longer */
    public record Waiting(
            long accountId, String nameZh, @Nullable String nameEn, Instant expiresAt, boolean over) {}

    /** Those of the viewer's range, the one whose link ends first at the top; 200 at most. */
    @Transactional
    public List<Waiting> list() {
        return until(clock.instant().plus(EVER));
    }

    private List<Waiting> until(Instant before) {
        Instant now = clock.instant();
        Query query = em.createNativeQuery(
                        "select account_id, name_zh, name_en, expires_at from waiting_invitations(?) limit 200")
                .setParameter(1, before.atOffset(ZoneOffset.UTC));
        return Rows.list(
                query,
                row -> new Waiting(
                        row.id(0),
                        row.text(1),
                        row.textOrNull(2),
                        row.instant(3),
                        row.instant(3).isBefore(now)));
    }

    @Override
    @Transactional
    public List<TodayItem> waitingFor(Viewer viewer) {
        if (viewer.role() != Role.UNIT_ADMINISTRATOR && viewer.role() != Role.SYSTEM_ADMINISTRATOR) {
            return List.of();
        }
        List<Waiting> waiting = until(clock.instant().plus(NEAR));
        if (waiting.isEmpty()) {
            return List.of();
        }
        LocalDate first = LocalDate.ofInstant(waiting.get(0).expiresAt(), Time.ZONE);
        return List.of(TodayItem.of(
                        "identity.today.invitations",
                        TodayItem.Urgency.SOON,
                        waiting.size(),
                        "/desk/people/invitations")
                .by(first));
    }
}
