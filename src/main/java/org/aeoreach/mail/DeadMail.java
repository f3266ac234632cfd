package org.aeoreach.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.today.TodayItem;
import org.aeoreach.web.today.TodaySource;

/** Mail that was given up waits for who may send it again. */
@ApplicationScoped
class DeadMail implements TodaySource {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Override
    @Transactional
    public List<TodayItem> waitingFor(Viewer viewer) {
        if (viewer.role() != Role.SYSTEM_ADMINISTRATOR && viewer.role() != Role.UNIT_ADMINISTRATOR) {
            return List.of();
        }
        long dead = ((Number) em.createNativeQuery(
                                "select count(*) from (select 1 from mail where status = 'DEAD'"
                                        + " and gave_up is distinct from 'BLOCKED' and gave_up is distinct from 'DECLINED' limit 1000) x")
                        .getSingleResult())
                .longValue();
        return dead == 0
                ? List.of()
                : List.of(TodayItem.of("mail.today.dead", TodayItem.Urgency.NOW, dead, "/desk/mail?status=DEAD"));
    }
}
