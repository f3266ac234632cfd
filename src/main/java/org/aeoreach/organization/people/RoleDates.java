package org.aeoreach.organization.people;

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
import org.jspecify.annotations.Nullable;

/** Roles that end soon, one's own and, for administrators, those of their people; and people without any. */
@ApplicationScoped
class RoleDates implements TodaySource {

    /** Days before the end of a role on which it is spoken of. */
    static final int AHEAD = 14;

    private static final int OWN_AHEAD = 30;

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Clock clock;

    private record Ending(long count, @Nullable LocalDate first) {}

    @Override
    @Transactional
    public List<TodayItem> waitingFor(Viewer viewer) {
        List<TodayItem> items = new ArrayList<>();
        own(viewer).ifPresent(items::add);
        if (viewer.role() == Role.UNIT_ADMINISTRATOR || viewer.role() == Role.SYSTEM_ADMINISTRATOR) {
            others().ifPresent(items::add);
            withoutRole().ifPresent(items::add);
        }
        return items;
    }

    private Optional<TodayItem> own(Viewer viewer) {
        return item(
                        "today.own-roles-ending",
                        ending(OWN_AHEAD, viewer.accountId()),
                        "/desk/people/" + viewer.accountId())
                .map(item -> item.with(OWN_AHEAD));
    }

    private Optional<TodayItem> others() {
        return item("today.roles-ending", ending(AHEAD, null), "/desk/roles?state=ENDING")
                .map(item -> item.with(AHEAD));
    }

    private static Optional<TodayItem> item(String key, Ending ending, String href) {
        return ending.count() == 0
                ? Optional.empty()
                : Optional.of(
                        TodayItem.of(key, Urgency.SOON, ending.count(), href).by(ending.first()));
    }

    /** @param account only roles of this person; null for everybody in the viewer's range */
    private Ending ending(int days, @Nullable Long account) {
        LocalDate today = Time.today(clock);
        Query query = em.createNativeQuery("select count(*), min(valid_to) from role_assignment"
                        + " where valid_to between ?1 and ?2 and valid_from <= valid_to"
                        + (account == null
                                ? " and role <> 'ENTERPRISE_USER' and org_path >= current_setting('app.lo', true)"
                                        + " and org_path < current_setting('app.hi', true)"
                                : " and account_id = ?3"))
                .setParameter(1, java.sql.Date.valueOf(today))
                .setParameter(2, java.sql.Date.valueOf(today.plusDays(days)));
        if (account != null) {
            query.setParameter(3, account);
        }
        return Rows.list(query, row -> new Ending(row.id(0), row.dateOrNull(1))).get(0);
    }

    private Optional<TodayItem> withoutRole() {
        Query query = em.createNativeQuery("select count(*) from account a where a.kind = 'OFFICER'"
                + " and a.suspended_at is null and a.org_path >= current_setting('app.lo', true)"
                + " and a.org_path < current_setting('app.hi', true)"
                + " and not exists (select from role_assignment r where r.account_id = a.id"
                + " and (r.valid_to is null or r.valid_to >= greatest(china_day(), r.valid_from)))");
        long without = ((Number) query.getSingleResult()).longValue();
        return without == 0
                ? Optional.empty()
                : Optional.of(TodayItem.of(
                        "today.without-role", Urgency.SOON, without, "/desk/people?role=no&officer=yes&suspended=no"));
    }
}
