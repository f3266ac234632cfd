package org.aeoreach.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.picker.EnterpriseChoice;
import org.aeoreach.web.picker.EnterpriseChoices;

/** Enterprises to choose from, by name or by the beginning of their customs code. */
@ApplicationScoped
public class EnterprisePickList implements EnterpriseChoices {

    private static final String COLUMNS = "select e.id, e.customs_code, e.name_zh, e.name_en, n.zh, n.en"
            + " from enterprise e join unit_name n on n.unit_id = e.unit_id and n.valid_to is null";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Override
    @Transactional
    public List<EnterpriseChoice> search(String text, int limit) {
        String quoted = Rows.likeQuoted(text);
        Query query = em.createNativeQuery(
                        COLUMNS + " where e.customs_code like upper(?1) or e.name_zh ilike ?2 or e.name_en ilike ?2"
                                + " order by (e.customs_code like upper(?1)) desc nulls last, (e.name_zh ilike ?1 or e.name_en ilike ?1) desc nulls last, e.name_zh, e.id limit ?3")
                .setParameter(1, quoted + "%")
                .setParameter(2, "%" + quoted + "%")
                .setParameter(3, limit);
        return Rows.list(query, EnterprisePickList::choice);
    }

    @Override
    @Transactional
    public Optional<EnterpriseChoice> find(long id) {
        return Rows.one(
                em.createNativeQuery(COLUMNS + " where e.id = ?").setParameter(1, id), EnterprisePickList::choice);
    }

    private static EnterpriseChoice choice(Rows.Row row) {
        return new EnterpriseChoice(
                row.id(0), row.textOrNull(1), row.text(2), row.textOrNull(3), row.text(4), row.textOrNull(5));
    }
}
