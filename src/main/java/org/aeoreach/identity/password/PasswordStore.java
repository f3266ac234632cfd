package org.aeoreach.identity.password;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Optional;
import java.util.Set;
import org.aeoreach.identity.Account;
import org.aeoreach.identity.Accounts;
import org.aeoreach.identity.attempt.Attempts;
import org.aeoreach.identity.attempt.Devices;
import org.aeoreach.identity.attempt.Subject;

/**
 * The identity store of people with a password. Whether there is such an account, whether it is suspended or locked or
 * has no password: all are answered alike, after the same work.
 */
@ApplicationScoped
public class PasswordStore implements IdentityStore {

    @Inject
    private Accounts accounts;

    @Inject
    private Attempts attempts;

    @Inject
    private Devices devices;

    @Inject
    private Passwords passwords;

    @Inject
    private Failures failures;

    @Override
    public Set<ValidationType> validationTypes() {
        return Set.of(ValidationType.VALIDATE);
    }

    /** A valid caller's unique id is the id of his account. */
    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof PasswordCredential given
                ? validate(given)
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    private CredentialValidationResult validate(PasswordCredential given) {
        String login = given.getCaller();
        String password = given.getPasswordAsString();
        Subject subject = devices.subject(login, given.address(), given.device());
        boolean allowed = attempts.take(subject);
        Optional<Account> account = accounts.byLogin(login);
        String hash = account.filter(known -> allowed && !known.suspended())
                .map(Account::hash)
                .orElse(null);
        if (!passwords.match(hash, password) || hash == null || account.isEmpty()) {
            failures.record(account);
            return CredentialValidationResult.INVALID_RESULT;
        }
        attempts.succeeded(subject);
        passwords.renew(account.get().id(), hash, password);
        return new CredentialValidationResult(
                null, login, null, Long.toString(account.get().id()), Set.of());
    }
}
