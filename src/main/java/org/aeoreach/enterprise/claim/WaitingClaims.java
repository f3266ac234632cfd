package org.aeoreach.enterprise.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.today.TodayItem;
import org.aeoreach.web.today.TodaySource;

/** Claims wait for the house to check who asks; those above it see them in the list only. */
@ApplicationScoped
class WaitingClaims implements TodaySource {

    private static final Set<Role> OF_THE_HOUSE = Set.of(Role.HOUSE_OFFICER, Role.COORDINATOR);

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Override
    @Transactional
    public List<TodayItem> waitingFor(Viewer viewer) {
        if (!OF_THE_HOUSE.contains(viewer.role())) {
            return List.of();
        }
        long waiting = ((Number) em.createNativeQuery("select count(*) from enterprise_claim where status = 'WAITING'")
                        .getSingleResult())
                .longValue();
        return waiting == 0
                ? List.of()
                : List.of(TodayItem.of(
                        "enterprise.today.claims",
                        TodayItem.Urgency.SOON,
                        waiting,
                        "/desk/enterprises/claims?status=WAITING"));
    }
}
