package org.aeoreach.enterprise.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.importing.Imports;
import org.aeoreach.importing.KeptLine;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Slice;

/** The enterprises that undoing an import left as they are; none before it was undone. */
@ApplicationScoped
class KeptEnterprises {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Imports imports;

    @Inject
    private RegistryImports kind;

    /** Those behind an id; what it added and what it changed alike. */
    @Transactional
    Slice<KeptEnterprise> after(long importId, long after, int limit) {
        if (imports.get(kind, importId).undoneAt() == null) {
            return new Slice<>(List.of(), null);
        }
        var query = em.createNativeQuery("select e.id, coalesce(e.customs_code, e.uscc, ''), e.name_zh, e.name_en"
                        + " from enterprise e where (e.import_id = ?1 or e.id in (select r.enterprise_id from"
                        + " enterprise_import_row r where r.import_id = ?1 and r.outcome = 'UPDATED' and not r.restored))"
                        + " and e.id > ?2 order by e.id limit ?3")
                .setParameter(1, importId)
                .setParameter(2, after)
                .setParameter(3, limit + 1);
        return Slice.of(
                Rows.list(query, row -> new KeptEnterprise(row.id(0), row.text(1), row.text(2), row.textOrNull(3))),
                limit,
                KeptEnterprise::id);
    }

    /** The first of them for the page of the import. */
    @Transactional
    List<KeptLine> first(long importId, int limit) {
        Language language = RequestContext.current().language();
        return after(importId, 0, limit).items().stream()
                .map(kept -> new KeptLine(
                        "/desk/enterprises/" + kept.id(), language.pick(kept.nameZh(), kept.nameEn()), kept.code()))
                .toList();
    }
}
