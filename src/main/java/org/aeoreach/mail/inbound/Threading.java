package org.aeoreach.mail.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.aeoreach.mail.Letter;
import org.aeoreach.mail.Outbox;

/**
 * Conversations by mail. A letter that is put into one goes out with the headers by which mail programs show it below
 * what was written before, and with an address of ours for the reply that leads back into the conversation.
 */
@ApplicationScoped
public class Threading {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Outbox outbox;

    /**
     * Puts mails just written to the outbox into a conversation, in the transaction that wrote them.
     *
     * @param thread name of the conversation, unique among all features, such as {@code enquiry/4711}
     * @param mails their numbers, see {@link Outbox#sendNumbered}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void join(String thread, Collection<Long> mails) {
        em.createNativeQuery("select mail_join(?, cast(string_to_array(?, ',') as bigint[]))")
                .setParameter(1, thread)
                .setParameter(2, mails.stream().map(String::valueOf).collect(Collectors.joining(",")))
                .getSingleResult();
    }

    /** Says to which conversation a mail just handed over belongs, so that letters written now answer it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void begin(String thread, InboundMail mail) {
        em.createNativeQuery("select 1 from inbound_mail_begins(?, ?)")
                .setParameter(1, mail.id())
                .setParameter(2, thread)
                .getResultList();
    }

    /** Writes a letter into a conversation and tells the number of its mail. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long send(String thread, Letter letter) {
        List<Long> mails = outbox.sendNumbered(List.of(letter));
        join(thread, mails);
        return mails.get(0);
    }
}
