package org.aeoreach.enterprise.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;

/** The contact person himself: all fields of his row. */
@ApplicationScoped
class OwnData implements PersonalDataSource {

    private static final String ROW = "select c.name_zh, c.name_en, c.position_zh, c.position_en, c.mail, c.phone,"
            + " c.language, c.purpose, c.legal_basis, c.consent_on, w.zh, w.en, c.consent_withdrawn_on, c.created_at,"
            + " c.ended_at, c.end_reason, c.preferred_channel, c.role from contact_person c"
            + " left join consent_wording w on w.id = c.consent_wording_id where c.id = ?";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Pages pages;

    @Override
    public String section() {
        return "privacy.section.a-person";
    }

    @Override
    public String whenErased() {
        return "privacy.erased.person";
    }

    @Override
    @Transactional
    public List<Entry> of(Person person) {
        Page page = pages.page("");
        return Rows.list(em.createNativeQuery(ROW).setParameter(1, person.id()), row -> entry(row, page));
    }

    private static Entry entry(Rows.Row row, Page page) {
        return Entry.of(
                page.t("privacy.field.name-zh"),
                row.text(0),
                page.t("privacy.field.name-en"),
                row.textOrNull(1),
                page.t("privacy.field.position-zh"),
                row.textOrNull(2),
                page.t("privacy.field.position-en"),
                row.textOrNull(3),
                page.t("privacy.field.mail"),
                row.textOrNull(4),
                page.t("privacy.field.phone"),
                row.textOrNull(5),
                page.t("privacy.field.language"),
                page.t("enterprise.language." + row.text(6).toUpperCase(Locale.ROOT)),
                page.t("privacy.field.purpose"),
                page.t("enterprise.purpose." + row.text(7)),
                page.t("privacy.field.basis"),
                page.t("enterprise.basis." + row.text(8)),
                page.t("privacy.field.consent"),
                page.on(row.dateOrNull(9)),
                page.t("privacy.field.wording"),
                row.textOrNull(10) == null ? null : page.pick(row.text(10), row.textOrNull(11)),
                page.t("privacy.field.withdrawn"),
                page.on(row.dateOrNull(12)),
                page.t("privacy.field.kept-since"),
                page.at(row.instant(13)),
                page.t("privacy.field.ended"),
                page.at(row.instantOrNull(14)),
                page.t("privacy.field.end-reason"),
                row.textOrNull(15),
                page.t("privacy.field.channel"),
                row.textOrNull(16) == null ? null : page.t("enterprise.contact-channel." + row.text(16)),
                page.t("privacy.field.role"),
                page.t("enterprise.contact-role." + row.text(17)));
    }
}
