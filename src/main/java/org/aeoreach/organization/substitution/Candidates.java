package org.aeoreach.organization.substitution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** Officers who may stand in for somebody, as far as the viewer sees them. */
@ApplicationScoped
class Candidates {

    private static final int MOST = 100;

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    /** An officer and his home unit. */
    record Candidate(
            long id,
            String nameZh,
            @Nullable String nameEn,
            String unitZh,
            @Nullable String unitEn) {}

    /**
     * Those at home or with a role in one of the absent officer's units, or, when a text is given, all whose name or
     * login contains it; at most 100.
     */
    @Transactional
    List<Candidate> of(long absent, String text) {
        String which = text.isEmpty()
                ? " and (a.unit_id in (select r.unit_id from role_assignment r where r.account_id = ?1)"
                        + " or a.unit_id = (select b.unit_id from account b where b.id = ?1))"
                : " and (a.name_zh ilike ?2 or a.name_en ilike ?2 or a.login ilike ?2)";
        Query query = em.createNativeQuery("select a.id, a.name_zh, a.name_en, n.zh, n.en from account a"
                        + " join unit_name n on n.unit_id = a.unit_id and n.valid_to is null"
                        + " where a.kind = 'OFFICER' and a.suspended_at is null and a.id <> ?1" + which
                        + " order by a.org_path, a.name_zh, a.id limit " + MOST)
                .setParameter(1, absent);
        if (!text.isEmpty()) {
            query.setParameter(2, "%" + Rows.likeQuoted(text) + "%");
        }
        return Rows.list(
                query, row -> new Candidate(row.id(0), row.text(1), row.textOrNull(2), row.text(3), row.textOrNull(4)));
    }
}
