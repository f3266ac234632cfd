package org.aeoreach.enterprise.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.aeoreach.platform.Bilingual;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;

/** Coordinators across all units, for the schedule only. */
@ApplicationScoped
class PortfolioBooks {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Clock clock;

    /** So many enterprises of a unit of which that is true. */
    record Finding(String kind, String unitCode, Bilingual unit, long enterprises) {}

    /** The database refuses it to whoever is signed in. */
    @Transactional
    public List<Finding> check() {
        Query query = em.createNativeQuery(
                        "select c.finding, u.code, coalesce(n.zh, u.code), n.en, c.enterprises from check_coordination(?) c"
                                + " join unit u on u.id = c.unit_id"
                                + " left join unit_name n on n.unit_id = c.unit_id and n.valid_to is null")
                .setParameter(1, java.sql.Date.valueOf(Time.today(clock)));
        return Rows.list(
                query,
                row -> new Finding(row.text(0), row.text(1), new Bilingual(row.text(2), row.textOrNull(3)), row.id(4)));
    }
}
