package org.aeoreach.enterprise.transfer;

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

/** Other units ask for enterprises of the viewer's own unit; those above it see them in the list only. */
@ApplicationScoped
class WaitingTransfers implements TodaySource {

    private static final Set<Role> DECIDING =
            Set.of(Role.HOUSE_OFFICER, Role.COORDINATOR, Role.DISTRICT_OFFICER, Role.GACC_OFFICER);

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Override
    @Transactional
    public List<TodayItem> waitingFor(Viewer viewer) {
        if (!DECIDING.contains(viewer.role())) {
            return List.of();
        }
        long waiting = ((Number) em.createNativeQuery("select count(*) from transfer_request_giver g where g.open and "
                                + TransferRequestList.OWN)
                        .getSingleResult())
                .longValue();
        return waiting == 0
                ? List.of()
                : List.of(TodayItem.of(
                        "transfer.today",
                        TodayItem.Urgency.SOON,
                        waiting,
                        "/desk/transfer-requests?status=OPEN&side=own"));
    }
}
