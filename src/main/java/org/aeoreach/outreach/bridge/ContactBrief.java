package org.aeoreach.outreach.bridge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.enterprise.EnterpriseMail;
import org.aeoreach.enterprise.portfolio.handover.BriefSource;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Rows;

/** The last contacts of an enterprise and what is still to be done, for its new coordinator. */
@ApplicationScoped
class ContactBrief implements BriefSource {

    private static final int CONTACTS = 5;

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Messages messages;

    @Override
    @Transactional
    public List<String> lines(long enterprise, Language language) {
        List<String> lines = new ArrayList<>(Rows.list(
                em.createNativeQuery("select cast(p.at at time zone 'Asia/Shanghai' as date), p.channel, p.strength"
                                + " from touchpoint_party p where p.enterprise_id = ? and p.withdrawn_at is null"
                                + " order by p.at desc, p.id desc limit ?")
                        .setParameter(1, enterprise)
                        .setParameter(2, CONTACTS),
                row -> messages.text(
                        language,
                        "portfolio.brief.contact",
                        EnterpriseMail.day(row.date(0), language),
                        messages.text(language, "outreach.channel." + row.text(1)),
                        messages.text(language, "outreach.strength." + row.text(2)))));
        lines.addAll(tasks(enterprise, language));
        return lines;
    }

    private List<String> tasks(long enterprise, Language language) {
        return Rows.list(
                em.createNativeQuery("select k.title, k.due_on from task k where k.enterprise_id = ?"
                                + " and k.status = 'OPEN' order by k.due_on, k.id limit 10")
                        .setParameter(1, enterprise),
                row -> messages.text(
                        language, "portfolio.brief.task", row.text(0), EnterpriseMail.day(row.date(1), language)));
    }
}
