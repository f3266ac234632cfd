package org.aeoreach.enterprise.privacy.looks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Notes who looks at the record of an enterprise: once for a person, an enterprise and an hour. Lists do not count. */
@ApplicationScoped
public class RecordViews {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    /** One insert; what the viewer may not see is not noted. */
    @Transactional
    public void note(long enterprise) {
        em.createNativeQuery("select note_record_view(?)")
                .setParameter(1, enterprise)
                .getSingleResult();
    }
}
