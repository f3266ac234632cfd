package org.aeoreach.identity.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.aeoreach.identity.Account;
import org.aeoreach.identity.AccountLetters;
import org.aeoreach.identity.Accounts;
import org.jspecify.annotations.Nullable;

/** Sends links to choose another password. */
@ApplicationScoped
public class ResetLinks {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Accounts accounts;

    @Inject
    private SingleUse tokens;

    @Inject
    private AccountLetters letters;

    /** To everybody this may mean; an audit entry is left either way. */
    @Transactional
    void sendTo(String loginOrMail) {
        List<Account> found = accounts.forgotten(loginOrMail);
        if (found.isEmpty()) {
            note(null);
        }
        for (Account account : found) {
            note(account.id());
            send(account);
        }
    }

    private void note(@Nullable Long account) {
        em.createNativeQuery("select 1 from note_forgotten(cast(? as bigint))")
                .setParameter(1, account)
                .getSingleResult();
    }

    /** To this person. */
    @Transactional
    public void send(Account account) {
        String token = tokens.issue(Purpose.RESET, account.id(), null).text();
        letters.send("identity-reset", account, Map.of("login", account.login(), "link", "/reset/" + token));
    }
}
