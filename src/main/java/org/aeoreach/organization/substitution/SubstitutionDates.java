package org.aeoreach.organization.substitution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.today.TodayItem;
import org.aeoreach.web.today.TodayItem.Urgency;
import org.aeoreach.web.today.TodaySource;

/** Substitutions that begin or end in these days: one's own, and for administrators those of their people. */
@ApplicationScoped
class SubstitutionDates implements TodaySource {

    /** Days before the beginning or the end on which it is spoken of. */
    static final int AHEAD = 3;

    private static final String LIST = "/desk/substitutions";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Clock clock;

    private record Days(long count, LocalDate first, LocalDate last) {}

    @Override
    @Transactional
    public List<TodayItem> waitingFor(Viewer viewer) {
        List<TodayItem> items = new ArrayList<>();
        days(" and substitute_id = ?3 and first_day <= ?1", viewer.accountId())
                .ifPresent(days -> items.add(item("today.standing-in", Urgency.SOMETIME, days, "/acting")
                        .with(days.last())));
        days(" and absent_id = ?3", viewer.accountId())
                .ifPresent(days ->
                        items.add(item("today.stood-in-for", Urgency.SOMETIME, days, LIST + "?whose=MINE&state=OPEN")
                                .with(days.first(), days.last())));
        if (viewer.role() == Role.UNIT_ADMINISTRATOR || viewer.role() == Role.SYSTEM_ADMINISTRATOR) {
            days(" and absent_id <> ?3 and first_day > ?1 and first_day <= ?2", viewer.accountId())
                    .ifPresent(days -> items.add(
                            item("today.substitutions-beginning", Urgency.SOON, days, LIST + "?state=BEGINNING")
                                    .by(days.first())));
            days(" and absent_id <> ?3 and first_day <= ?1 and last_day <= ?2", viewer.accountId())
                    .ifPresent(days ->
                            items.add(item("today.substitutions-ending", Urgency.SOON, days, LIST + "?state=ENDING")
                                    .by(days.last())));
        }
        return items;
    }

    private static TodayItem item(String key, Urgency urgency, Days days, String href) {
        return TodayItem.of(key, urgency, days.count(), href);
    }

    private Optional<Days> days(String which, long account) {
        LocalDate today = Time.today(clock);
        Query query = em.createNativeQuery("select count(*), min(first_day), min(last_day) from substitution"
                        + " where revoked_at is null and last_day >= ?1 and cast(?2 as date) is not null" + which)
                .setParameter(1, java.sql.Date.valueOf(today))
                .setParameter(2, java.sql.Date.valueOf(today.plusDays(AHEAD)))
                .setParameter(3, account);
        return Rows.list(query, row -> row).stream()
                .filter(row -> row.id(0) > 0)
                .map(row -> new Days(row.id(0), row.date(1), row.date(2)))
                .findFirst();
    }
}
