package org.aeoreach.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.UnitNames;

/** Looks up what a unit is called today. */
@ApplicationScoped
public class NamesInForce implements UnitNames {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Override
    @Transactional
    public Optional<Name> of(long unitId) {
        return Rows.one(
                em.createNativeQuery("select zh, en from unit_name where unit_id = ? and valid_to is null")
                        .setParameter(1, unitId),
                row -> new Name(row.text(0), row.textOrNull(1)));
    }
}
