package org.aeoreach.enquiry.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.aeoreach.enquiry.AskerMail;
import org.aeoreach.mail.Letter;
import org.aeoreach.mail.Outbox;
import org.aeoreach.platform.Bound;

/** Letters that say what a message says, and leave when it goes out. */
@ApplicationScoped
public class AskerLetters {

    private static final String LATER =
            "update mail set next_attempt_at = (select m.goes_at from enquiry_message m where m.id = ?2) where id = ?1";
    private static final String OF = "update enquiry_message set mail_id = ?2 where id = ?1";

    @Inject
    private AskerMail mail;

    @Inject
    private Outbox outbox;

    @Inject
    private Bound bound;

    /** Nothing where the asker left no address. @param words parameters of the letter, see {@link AskerMail#letter} */
    @Transactional(Transactional.TxType.MANDATORY)
    public void send(String template, long enquiry, long message, Map<String, String> words) {
        mail.letter(enquiry, template, words).ifPresent(letter -> keep(letter, message));
    }

    private void keep(Letter letter, long message) {
        long number = outbox.sendNumbered(List.of(letter)).get(0);
        bound.query(LATER, number, message).executeUpdate();
        bound.query(OF, message, number).executeUpdate();
    }
}
