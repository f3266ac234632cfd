package org.aeoreach.enterprise.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.aeoreach.audit.ChangeWords;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.jspecify.annotations.Nullable;

/** What was done with his record, as far as the viewer reads the audit. */
@ApplicationScoped
class AuditData implements PersonalDataSource {

    private static final Map<String, String> VALUES = Map.of(
            "role", "enterprise.contact-role.",
            "purpose", "enterprise.purpose.",
            "legalBasis", "enterprise.basis.",
            "particulars", "privacy.changed.");

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Pages pages;

    @Override
    public String section() {
        return "privacy.section.z-audit";
    }

    @Override
    public String whenErased() {
        return "privacy.erased.audit";
    }

    private static @Nullable String changes(String kept, Page page) {
        List<String> lines = ChangeWords.of(kept, page, VALUES);
        return lines.isEmpty() ? null : String.join(page.t("privacy.changes-separator"), lines);
    }

    @Override
    @Transactional
    public List<Entry> of(Person person) {
        Page page = pages.page("");
        return Rows.list(
                em.createNativeQuery("select a.at, a.action, cast(a.changes as text) from audit_entry a"
                                + " where a.record_type = 'contact_person' and a.record_id = ?"
                                + " order by a.id desc")
                        .setParameter(1, Long.toString(person.id())),
                row -> Entry.of(
                        page.t("privacy.views.at"),
                        page.at(row.instant(0)),
                        page.t("privacy.field.action"),
                        page.t("audit.action." + row.text(1)),
                        page.t("privacy.field.changes"),
                        changes(row.text(2), page)));
    }
}
