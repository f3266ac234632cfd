package org.aeoreach.identity.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.identity.Account;
import org.aeoreach.identity.AccountLetters;
import org.aeoreach.identity.Accounts;
import org.aeoreach.identity.Token;
import org.aeoreach.identity.password.Passwords;
import org.aeoreach.platform.Problem;

/** Does what a link was sent for; the link is used up in the same transaction. */
@ApplicationScoped
class UseLink {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private SingleUse tokens;

    @Inject
    private Accounts accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private AccountLetters letters;

    @Inject
    private AuditTrail audit;

    /** Whose link it is. @throws Problem 410 when it is good no longer */
    @Transactional
    Account account(Purpose purpose, Optional<Token> token) {
        return accounts.get(tokens.require(purpose, token).account());
    }

    /** The address a link confirms. @throws Problem 410 when it is good no longer */
    @Transactional
    String newMail(Optional<Token> token) {
        return Objects.requireNonNull(tokens.require(Purpose.MAIL, token).detail());
    }

    /** @throws Problem 410 when the link is good no longer, 400 when the rules do not allow the password */
    @Transactional
    void choosePassword(Purpose purpose, Optional<Token> token, String password) {
        Account account = accounts.get(tokens.use(purpose, token).account());
        accounts.actAs(account);
        passwords.set(account, password, null);
        boolean first = purpose == Purpose.INVITATION;
        audit.record(
                first ? "identity.accept-invitation" : "identity.reset-password",
                Accounts.subject(account),
                Changes.none());
        if (!first) {
            letters.send("identity-password-changed", account, Map.of());
        }
    }

    /** The old address is told, in case it was not its owner who asked. */
    @Transactional
    void confirmMail(Optional<Token> token) {
        SingleUse.Proof proof = tokens.use(Purpose.MAIL, token);
        Account account = accounts.get(proof.account());
        accounts.actAs(account);
        em.createNativeQuery("select 1 from change_mail(?, ?)")
                .setParameter(1, account.id())
                .setParameter(2, proof.detail())
                .getSingleResult();
        audit.record(
                "identity.change-mail",
                Accounts.subject(account),
                Changes.none().with("mail", account.mail(), proof.detail()));
        letters.send("identity-mail-changed", account, Map.of());
    }
}
