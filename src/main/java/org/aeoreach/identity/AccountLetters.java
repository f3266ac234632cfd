package org.aeoreach.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.mail.Letter;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.mail.Outbox;

/** Writes to people about their own sign-in, in their language. */
@ApplicationScoped
public class AccountLetters {

    @Inject
    private Outbox outbox;

    /** To the address on file. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void send(String template, Account to, Map<String, String> parameters) {
        sendTo(to.mail(), template, to, parameters);
    }

    /** To another address, which is yet to be proved. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void sendTo(String address, String template, Account to, Map<String, String> parameters) {
        outbox.send(new Letter(
                template,
                to.language(),
                MailAddress.of("mail", address),
                HeaderText.of("nameZh", to.name()),
                parameters,
                to.orgPath()));
    }
}
