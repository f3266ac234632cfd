package org.aeoreach.organization.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.organization.UnitKind;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.today.TodayItem;
import org.aeoreach.web.today.TodaySource;

/** Units in which nobody holds a role that every unit of that level should have. */
@ApplicationScoped
class UnitGaps implements TodaySource {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Override
    @Transactional
    public List<TodayItem> waitingFor(Viewer viewer) {
        return switch (viewer.role()) {
            case SYSTEM_ADMINISTRATOR -> items(UnitKind.DISTRICT, Role.UNIT_ADMINISTRATOR);
            case GACC_OFFICER -> items(UnitKind.DISTRICT, Role.COORDINATOR, Role.UNIT_ADMINISTRATOR);
            case UNIT_ADMINISTRATOR, DISTRICT_OFFICER -> items(UnitKind.HOUSE, Role.COORDINATOR);
            default -> List.of();
        };
    }

    private List<TodayItem> items(UnitKind kind, Role... roles) {
        List<TodayItem> items = new ArrayList<>();
        for (Role role : roles) {
            long without = without(kind, role);
            if (without > 0) {
                String key = "today.without." + role + "." + kind;
                String href = "/desk/units/list?kind=" + kind + "&without=" + role;
                items.add(TodayItem.of(key, TodayItem.Urgency.SOMETIME, without, href));
            }
        }
        return items;
    }

    private long without(UnitKind kind, Role role) {
        return ((Number) em.createNativeQuery(
                                "select count(*) from unit u where u.kind = ?1 and (u.closed_on is null or u.closed_on > china_day())"
                                        + " and u.org_path >= current_setting('app.lo', true)"
                                        + " and u.org_path < current_setting('app.hi', true)"
                                        + " and not exists (select from role_assignment r where r.unit_id = u.id and r.role = ?2"
                                        + " and r.valid_from <= china_day() and (r.valid_to is null or r.valid_to >= china_day()))")
                        .setParameter(1, kind.name())
                        .setParameter(2, role.name())
                        .getSingleResult())
                .longValue();
    }
}
