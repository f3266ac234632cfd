package org.aeoreach.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.identity.link.Purpose;
import org.aeoreach.identity.link.SingleUse;
import org.aeoreach.identity.password.Passwords;

/** What a step of a sign-in changes, each in one transaction. */
@ApplicationScoped
class SignInSteps {

    @Inject
    private SingleUse tokens;

    @Inject
    private Passwords passwords;

    @Inject
    private Accounts accounts;

    @Inject
    private AuditTrail audit;

    @Transactional
    void spend(Optional<Token> step) {
        tokens.use(Purpose.SECOND_FACTOR, step);
    }

    /** Nobody is signed in yet, so the entry is made in the name of the person who has proved who he is. */
    @Transactional
    void replace(Optional<Token> step, Account account, String password) {
        tokens.use(Purpose.NEW_PASSWORD, step);
        passwords.set(account, password, null);
        accounts.actAs(account);
        audit.record("identity.change-password", Accounts.subject(account), Changes.none());
    }
}
