package org.aeoreach.mail.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.aeoreach.mail.Failures;

/** Hands mail to who makes something of it, and closes it in the same transaction. */
@ApplicationScoped
class HandOver {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Instance<InboundMailHandler> handlers;

    @Inject
    private Failures failures;

    /** Has the outbox told that a mail of ours came back. */
    @Transactional
    void cameBack(String messageId, String reason, boolean permanent) {
        failures.bounced(messageId, reason, permanent);
    }

    /** Whether there is somebody. */
    boolean possible() {
        return !handlers.isUnsatisfied();
    }

    /** @throws IllegalStateException when another node has the mail in hand by now; then nothing was made of it */
    @Transactional
    void take(InboundMail mail, String worker) {
        InboundMailHandler.Taken taken = handlers.get().take(mail);
        Object closed = em.createNativeQuery("select inbound_mail_taken(?, ?, ?, ?)")
                .setParameter(1, mail.id())
                .setParameter(2, worker)
                .setParameter(3, taken.reply() ? "REPLY" : "NEW")
                .setParameter(4, taken.thread())
                .getSingleResult();
        if (!Boolean.TRUE.equals(closed)) {
            throw new IllegalStateException("Inbound mail " + mail.id() + " is no longer in this node's hand");
        }
    }
}
