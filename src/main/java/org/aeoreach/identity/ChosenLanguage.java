package org.aeoreach.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.aeoreach.platform.Language;

/** The language a person wants to be spoken to in, kept with his account. */
@ApplicationScoped
class ChosenLanguage {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    /** Does nothing for somebody who is not signed in. */
    @Transactional
    void keep(Language language) {
        em.createNativeQuery("select 1 from choose_language(?)")
                .setParameter(1, language.code())
                .getSingleResult();
    }
}
