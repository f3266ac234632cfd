package org.aeoreach.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.today.TodayItem;
import org.aeoreach.web.today.TodaySource;

/** Jobs that failed in the last seven days: all of them for who runs the installation, one's own for everybody else. */
@ApplicationScoped
class FailedJobs implements TodaySource {

    private static final int DAYS = 7;

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Clock clock;

    @Override
    @Transactional
    public List<TodayItem> waitingFor(Viewer viewer) {
        boolean all = viewer.role() == Role.SYSTEM_ADMINISTRATOR;
        var since = Time.today(clock).minusDays(DAYS);
        long failed = ((Number) em.createNativeQuery("select count(*) from job where status = 'FAILED'"
                                + " and created_at >= ?1 and (?2 or account_id = ?3)")
                        .setParameter(
                                1, since.atStartOfDay(Time.ZONE).toInstant().atOffset(ZoneOffset.UTC))
                        .setParameter(2, all)
                        .setParameter(3, viewer.accountId())
                        .getSingleResult())
                .longValue();
        String href = "/desk/jobs?status=FAILED&created-from=" + since + (all ? "" : "&mine=yes");
        return failed == 0
                ? List.of()
                : List.of(TodayItem.of("job.today.failed", TodayItem.Urgency.NOW, failed, href)
                        .with(DAYS));
    }
}
