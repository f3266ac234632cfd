package org.aeoreach.identity.profile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.aeoreach.identity.Account;
import org.aeoreach.identity.attempt.Attempts;
import org.aeoreach.identity.attempt.Subject;
import org.aeoreach.identity.password.Passwords;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/** Asks for the password once more, so that a screen left open is not enough to take an account over. */
@ApplicationScoped
class Confirmation {

    @Inject
    private Attempts attempts;

    @Inject
    private Passwords passwords;

    /** @throws Problem 400 naming the field {@code current} when the password is wrong or was tried too often */
    void require(Account account, @Nullable String password) {
        if (account.hash() == null) {
            // He came in another way, and has no password to give.
            return;
        }
        Subject subject = Subject.confirmation(account.id());
        boolean allowed = attempts.take(subject);
        if (!passwords.match(allowed ? account.hash() : null, password == null ? "" : password)) {
            throw Problem.invalid("current", "identity.invalid.current-password");
        }
        attempts.succeeded(subject);
    }
}
