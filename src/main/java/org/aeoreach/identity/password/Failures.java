package org.aeoreach.identity.password;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.aeoreach.identity.Account;

/** Leaves an audit entry for every sign-in that failed, also for logins there are not; never what was typed. */
@ApplicationScoped
class Failures {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Transactional
    void record(Optional<Account> account) {
        em.createNativeQuery("select 1 from note_failed_sign_in(cast(? as bigint))")
                .setParameter(1, account.map(Account::id).orElse(null))
                .getSingleResult();
    }
}
