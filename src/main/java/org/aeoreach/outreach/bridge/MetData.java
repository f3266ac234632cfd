package org.aeoreach.outreach.bridge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.enterprise.privacy.PersonalDataSource;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;

/** Contacts in which a person took part. */
@ApplicationScoped
class MetData implements PersonalDataSource {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Pages pages;

    @Override
    public String section() {
        return "privacy.section.d-touchpoints";
    }

    @Override
    public String whenErased() {
        return "privacy.erased.touchpoints";
    }

    @Override
    @Transactional
    public List<Entry> of(Person person) {
        Page page = pages.page("");
        return Rows.list(
                em.createNativeQuery("select t.happened_on, t.channel, t.said, t.agreed from touchpoint_person m"
                                + " join touchpoint t on t.id = m.touchpoint_id where m.person_id = ?"
                                + " order by t.at desc, t.id desc")
                        .setParameter(1, person.id()),
                row -> Entry.of(
                        page.t("privacy.field.day"),
                        page.on(row.date(0)),
                        page.t("segment.part.channel"),
                        page.t("outreach.channel." + row.text(1)),
                        page.t("outreach.field.said"),
                        row.textOrNull(2),
                        page.t("outreach.field.agreed"),
                        row.textOrNull(3)));
    }
}
