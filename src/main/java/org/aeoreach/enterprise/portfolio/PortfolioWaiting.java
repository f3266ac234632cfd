package org.aeoreach.enterprise.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.today.TodayItem;
import org.aeoreach.web.today.TodaySource;
import org.jspecify.annotations.Nullable;

/** Enterprises the officer should have contacted by now or within a week, and those that nobody looks after. */
@ApplicationScoped
class PortfolioWaiting implements TodaySource {

    private static final Set<Role> WORKING =
            Set.of(Role.COORDINATOR, Role.HOUSE_OFFICER, Role.DISTRICT_OFFICER, Role.GACC_OFFICER);
    private static final Set<Role> STAFFING =
            Set.of(Role.UNIT_ADMINISTRATOR, Role.COORDINATOR, Role.HOUSE_OFFICER, Role.DISTRICT_OFFICER);
    private static final String MINE = "select count(*), min(e.next_contact_due) from enterprise e"
            + " where e.merged_into is null and e.coordinator_id = portfolio_owner() and e.next_contact_due";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    private record Due(long count, @Nullable LocalDate first) {}

    @Override
    @Transactional
    public List<TodayItem> waitingFor(Viewer viewer) {
        List<TodayItem> items = new ArrayList<>();
        if (WORKING.contains(viewer.role())) {
            Due late = due(" < china_day()");
            if (late.count() > 0) {
                items.add(TodayItem.of(
                        "portfolio.today.overdue",
                        TodayItem.Urgency.NOW,
                        late.count(),
                        "/desk/portfolio?part=COORDINATOR&due=overdue"));
            }
            Due soon = due(" between china_day() and china_day() + 7");
            if (soon.count() > 0) {
                items.add(TodayItem.of(
                                "portfolio.today.soon",
                                TodayItem.Urgency.SOON,
                                soon.count(),
                                "/desk/portfolio?part=COORDINATOR&due=week")
                        .by(soon.first() == null ? null : soon.first().plusDays(1)));
            }
        }
        if (STAFFING.contains(viewer.role())) {
            leftBehind(items);
        }
        return items;
    }

    private Due due(String when) {
        return Rows.one(em.createNativeQuery(MINE + when), row -> new Due(row.id(0), row.dateOrNull(1)))
                .orElse(new Due(0, null));
    }

    private void leftBehind(List<TodayItem> items) {
        long count = ((Number) em.createNativeQuery("select count(*) from enterprises_left_behind(china_day())")
                        .getSingleResult())
                .longValue();
        if (count > 0) {
            items.add(TodayItem.of(
                    "portfolio.today.left-behind", TodayItem.Urgency.NOW, count, "/desk/coordinations?gone=yes"));
        }
    }
}
