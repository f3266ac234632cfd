package org.aeoreach.enterprise.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;

/** The account of the same address in the same enterprise. */
@ApplicationScoped
class AccountData implements PersonalDataSource {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Pages pages;

    @Override
    public String section() {
        return "privacy.section.b-account";
    }

    @Override
    public String whenErased() {
        return "privacy.erased.account";
    }

    @Override
    @Transactional
    public List<Entry> of(Person person) {
        if (person.mail() == null || person.enterpriseId() == null) {
            return List.of();
        }
        Page page = pages.page("");
        return Rows.list(
                em.createNativeQuery("select m.name_zh, m.name_en, m.mail, m.valid_from, m.valid_to, m.created_at"
                                + " from enterprise_member m where m.enterprise_id = ? and lower(m.mail) = lower(?)"
                                + " order by m.id limit 100")
                        .setParameter(1, person.enterpriseId())
                        .setParameter(2, person.mail()),
                row -> Entry.of(
                        page.t("privacy.field.name-zh"),
                        row.text(0),
                        page.t("privacy.field.name-en"),
                        row.textOrNull(1),
                        page.t("privacy.field.mail"),
                        row.text(2),
                        page.t("privacy.field.from"),
                        page.on(row.dateOrNull(3)),
                        page.t("privacy.field.to"),
                        page.on(row.dateOrNull(4)),
                        page.t("privacy.field.kept-since"),
                        page.at(row.instant(5))));
    }
}
