package org.aeoreach.mail.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.today.TodayItem;
import org.aeoreach.web.today.TodaySource;

/** Mail that was laid aside, and mailboxes that are not reached, wait for administrators. */
@ApplicationScoped
class MailAside implements TodaySource {

    @Inject
    private Bound bound;

    @Override
    @Transactional
    public List<TodayItem> waitingFor(Viewer viewer) {
        if (viewer.role() != Role.SYSTEM_ADMINISTRATOR && viewer.role() != Role.UNIT_ADMINISTRATOR) {
            return List.of();
        }
        List<TodayItem> items = new ArrayList<>();
        long aside = count("select count(*) from (select 1 from inbound_mail where status = 'ASIDE' limit 1000) x");
        if (aside > 0) {
            items.add(
                    TodayItem.of("mail.today.aside", TodayItem.Urgency.NOW, aside, "/desk/mail/inbound?status=ASIDE"));
        }
        long failing = count("select count(*) from mailbox where active and failures >= 3");
        if (failing > 0) {
            items.add(TodayItem.of(
                    "mail.today.mailboxes", TodayItem.Urgency.NOW, failing, "/desk/mail/mailboxes?failing=yes"));
        }
        return items;
    }

    private long count(String sql) {
        return ((Number) bound.query(sql).getSingleResult()).longValue();
    }
}
