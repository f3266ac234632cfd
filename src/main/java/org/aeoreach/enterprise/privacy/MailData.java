package org.aeoreach.enterprise.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.mail.SecretLinks;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;

/**
 * Letters that were written to his address, without the links that would let their reader in. Those about accounts are left
 * out: an address may be a colleague's, and what is said there concerns his account alone.
 */
@ApplicationScoped
class MailData implements PersonalDataSource {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Pages pages;

    @Override
    public String section() {
        return "privacy.section.c-mail";
    }

    @Override
    public String whenErased() {
        return "privacy.erased.mail";
    }

    @Override
    @Transactional
    public List<Entry> of(Person person) {
        if (person.mail() == null) {
            return List.of();
        }
        Page page = pages.page("");
        return Rows.list(
                em.createNativeQuery("select m.created_at, m.recipient_name, m.subject, m.body_text, m.template"
                                + " from mail m where lower(m.recipient) = lower(?)"
                                + " and not starts_with(m.template, 'identity-') order by m.id desc")
                        .setParameter(1, person.mail()),
                row -> Entry.of(
                        page.t("privacy.field.written"),
                        page.at(row.instant(0)),
                        page.t("mail.field.template"),
                        page.tOr("mail.template." + row.text(4), row.text(4)),
                        page.t("privacy.field.recipient"),
                        row.text(1),
                        page.t("privacy.field.subject"),
                        row.text(2),
                        page.t("privacy.field.text"),
                        SecretLinks.takenOut(row.text(3), page.t("mail.secret-link"))));
    }
}
