package org.aeoreach.outreach.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.importing.Imports;
import org.aeoreach.importing.KeptLine;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Slice;

/** The contacts that undoing an import left as they are; none before it was undone. */
@ApplicationScoped
class KeptContacts {

    private static final String KEPT =
            "select t.id, t.happened_on, k.name_zh, k.name_en, r.kept from contact_import_row r"
                    + " join touchpoint t on t.id = r.touchpoint_id left join lateral (select e.name_zh, e.name_en"
                    + " from touchpoint_party p join enterprise e on e.id = p.enterprise_id where p.touchpoint_id = t.id"
                    + " order by p.id limit 1) k on true"
                    + " where r.import_id = ? and r.kept is not null and t.id > ? order by t.id limit ?";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Imports imports;

    @Inject
    private ContactImports kind;

    @Inject
    private Messages messages;

    /** Those behind an id. */
    @Transactional
    Slice<KeptContact> after(long importId, long after, int limit) {
        imports.get(kind, importId);
        Language language = RequestContext.current().language();
        var query = em.createNativeQuery(KEPT)
                .setParameter(1, importId)
                .setParameter(2, after)
                .setParameter(3, limit + 1);
        List<KeptContact> kept = Rows.list(query, row -> {
            String zh = row.textOrNull(2);
            return new KeptContact(
                    row.id(0),
                    row.date(1),
                    zh == null ? "" : language.pick(zh, row.textOrNull(3)),
                    messages.text(language, "contactimport.kept." + row.text(4)));
        });
        return Slice.of(kept, limit, KeptContact::id);
    }

    /** The first of them for the page of the import. */
    @Transactional
    List<KeptLine> first(long importId, int limit) {
        return after(importId, 0, limit).items().stream()
                .map(kept -> new KeptLine(
                        "/desk/touchpoints/" + kept.id(), kept.day() + " " + kept.parties(), kept.reason()))
                .toList();
    }
}
