package org.aeoreach.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aeoreach.job.JobView;
import org.aeoreach.job.Jobs;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.today.TodayItem;
import org.aeoreach.web.today.TodayItem.Urgency;
import org.aeoreach.web.today.TodaySource;

/** What an auditor looks at first: whether the chains were verified lately and were sound, and what was recorded. */
@ApplicationScoped
class AuditState implements TodaySource {

    /** A verification older than this is due again. */
    private static final Duration FRESH = Duration.ofDays(7);

    private static final int MANY = 10_000;

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Jobs jobs;

    @Inject
    private Clock clock;

    @Override
    @Transactional
    public List<TodayItem> waitingFor(Viewer viewer) {
        if (viewer.role() != Role.AUDITOR) {
            return List.of();
        }
        List<TodayItem> items = new ArrayList<>();
        verification(jobs.newestDone(VerifyAudit.NAME)).ifPresent(items::add);
        LocalDate yesterday = Time.today(clock).minusDays(1);
        long recorded = recordedSince(yesterday.atStartOfDay(Time.ZONE).toInstant());
        if (recorded > 0) {
            String key = recorded == MANY ? "audit.today.recorded-many" : "audit.today.recorded";
            items.add(TodayItem.of(key, Urgency.SOMETIME, recorded, "/desk/audit?day-from=" + yesterday));
        }
        return items;
    }

    private Optional<TodayItem> verification(Optional<JobView> newest) {
        JobView job = newest.orElse(null);
        Instant finished = job == null ? null : job.finishedAt();
        if (job == null || finished == null) {
            return Optional.of(TodayItem.of("audit.today.never-verified", Urgency.NOW, 0, "/desk/audit"));
        }
        String report = "/desk/jobs/" + job.id();
        var result = job.result();
        int breaks = result == null ? 0 : result.getInt("breakCount", 0);
        if (breaks > 0) {
            return Optional.of(TodayItem.of("audit.today.broken", Urgency.NOW, breaks, report));
        }
        if (finished.isBefore(clock.instant().minus(FRESH))) {
            LocalDate due = LocalDate.ofInstant(finished.plus(FRESH), Time.ZONE);
            return Optional.of(TodayItem.of("audit.today.verification-old", Urgency.SOON, FRESH.toDays(), report)
                    .by(due));
        }
        long entries = result == null ? 0 : result.getJsonNumber("entries").longValue();
        return Optional.of(TodayItem.of("audit.today.sound", Urgency.SOMETIME, entries, report)
                .with(LocalDate.ofInstant(finished, Time.ZONE)));
    }

    private long recordedSince(Instant start) {
        // A busy day has too many to count each time somebody comes home.
        return ((Number) em.createNativeQuery(
                                "select count(*) from (select 1 from audit_entry where at >= ? limit " + MANY + ") e")
                        .setParameter(1, start.atOffset(ZoneOffset.UTC))
                        .getSingleResult())
                .longValue();
    }
}
