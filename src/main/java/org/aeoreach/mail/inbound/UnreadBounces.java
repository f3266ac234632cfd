package org.aeoreach.mail.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aeoreach.mail.ReturnAddress;
import org.aeoreach.platform.Configuration;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.today.TodayItem;
import org.aeoreach.web.today.TodaySource;

/**
 * What comes back goes to the one address all mail is sent from, and is known only where a mailbox that is read has it. Who
 * administers the whole country hears when none has.
 */
@ApplicationScoped
class UnreadBounces implements TodaySource {

    private static final String READ = "select 1 from mailbox where active and address = ?";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    private Optional<String> address = Optional.empty();

    UnreadBounces() {}

    @Inject
    UnreadBounces(Configuration configuration) {
        address = ReturnAddress.of(configuration).map(each -> each.text().toLowerCase(Locale.ROOT));
    }

    UnreadBounces(EntityManager em, String address) {
        this.em = em;
        this.address = Optional.of(address);
    }

    @Override
    @Transactional
    public List<TodayItem> waitingFor(Viewer viewer) {
        if (viewer.role() != Role.SYSTEM_ADMINISTRATOR || !viewer.everywhere()) {
            return List.of();
        }
        return address.filter(each -> !read(each)).stream()
                .map(each -> TodayItem.of("mail.today.bounces", TodayItem.Urgency.SOON, 1, "/desk/mail/mailboxes")
                        .with(each))
                .toList();
    }

    private boolean read(String each) {
        return !em.createNativeQuery(READ).setParameter(1, each).getResultList().isEmpty();
    }
}
