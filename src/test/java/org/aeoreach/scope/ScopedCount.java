package org.aeoreach.scope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** A service like any other, for the test of what the interceptor does to it. */
@ApplicationScoped
class ScopedCount {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Transactional
    long accounts() {
        return ((Number) em.createNativeQuery("select count(*) from account").getSingleResult()).longValue();
    }
}
