package org.aeoreach.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Right;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;

/** Adds to a viewer the enterprise he acts for and his rights there, whichever way he signed in. */
@ApplicationScoped
public class ActingEnterprise {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Clock clock;

    /** The viewer itself when he acts in a role of customs. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Viewer complete(Viewer viewer) {
        if (viewer.role() != Role.ENTERPRISE_USER) {
            return viewer;
        }
        Query query = em.createNativeQuery("select enterprise_id, name_zh, name_en, delegation_id, rights"
                        + " from acting_enterprise(?, ?, ?)")
                .setParameter(1, viewer.accountId())
                .setParameter(2, viewer.assignmentId())
                .setParameter(3, java.sql.Date.valueOf(Time.today(clock)));
        return Rows.one(query, ActingEnterprise::enterprise)
                .map(viewer::actingFor)
                .orElse(viewer);
    }

    private static Viewer.Enterprise enterprise(Rows.Row row) {
        return new Viewer.Enterprise(row.id(0), row.text(1), row.textOrNull(2), row.idOrNull(3), Right.of(row.text(4)));
    }
}
