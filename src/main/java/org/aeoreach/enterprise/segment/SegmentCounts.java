package org.aeoreach.enterprise.segment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import org.aeoreach.web.list.filter.Fragment;

/** Counts what meets a condition, within a few seconds or not at all. */
@ApplicationScoped
class SegmentCounts {

    private static final String MILLISECONDS = "4000";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    /** In a transaction of its own, so that a count that is given up spoils no other work. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public SegmentCount count(Fragment condition) {
        em.createNativeQuery("select set_config('statement_timeout', ?, true)")
                .setParameter(1, MILLISECONDS)
                .getSingleResult();
        Query query =
                em.createNativeQuery("select count(*) from (select 1 from enterprise e where e.merged_into is null"
                        + " and " + condition.sql() + " limit ?) counted");
        int at = 1;
        for (Object value : condition.values()) {
            query.setParameter(at++, value);
        }
        query.setParameter(at, SegmentCount.MOST + 1);
        return SegmentCount.of(((Number) query.getSingleResult()).longValue());
    }
}
