package org.aeoreach.outreach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.form.Option;

/** Who else can be met: the contact persons of enterprises, and partner organisations. */
@ApplicationScoped
public class Counterparts {

    private static final int MOST = 200;

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    /** The contact persons of these enterprises, under the names of these. */
    @Transactional
    public List<Option> persons(List<Long> enterprises, Page page) {
        return enterprises.isEmpty()
                ? List.of()
                : Rows.list(
                        em.createNativeQuery("select c.id, c.name_zh, c.name_en, e.name_zh as of_zh, e.name_en as of_en"
                                        + " from contact_person c join enterprise e on e.id = c.enterprise_id"
                                        + " where c.enterprise_id = any(cast(?1 as bigint[])) and c.ended_at is null"
                                        + " and c.erased_at is null order by e.id, c.name_zh collate pinyin, c.id limit "
                                        + MOST)
                                .setParameter(1, TouchpointWriter.array(enterprises)),
                        row -> option(row, page));
    }

    /** The partner organisations the viewer sees, those of his own unit and below first. */
    @Transactional
    public List<Option> partners(Page page) {
        return Rows.list(
                em.createNativeQuery("select o.id, o.name_zh, o.name_en, n.zh, n.en from partner_organisation o"
                        + " join unit_name n on n.unit_id = o.unit_id and n.valid_to is null where o.ended_at is null"
                        + " order by starts_with(o.org_path, current_setting('app.lo', true)) desc, o.org_path, o.name_zh collate pinyin, o.id limit "
                        + MOST),
                row -> option(row, page));
    }

    private static Option option(Rows.Row row, Page page) {
        return new Option(
                Long.toString(row.id(0)),
                page.pick(row.text(1), row.textOrNull(2)),
                page.pick(row.text(3), row.textOrNull(4)));
    }
}
