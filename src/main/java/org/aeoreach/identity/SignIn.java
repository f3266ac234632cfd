package org.aeoreach.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.Optional;
import org.aeoreach.identity.attempt.Attempts;
import org.aeoreach.identity.attempt.Devices;
import org.aeoreach.identity.attempt.Subject;
import org.aeoreach.identity.link.Purpose;
import org.aeoreach.identity.link.SingleUse;
import org.aeoreach.identity.password.PasswordCredential;
import org.aeoreach.identity.password.Passwords;
import org.aeoreach.identity.secondfactor.SecondFactors;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a sign-in: password, second factor if there is one, a new password if the old one has expired. What one
 * step has proved is carried to the next by a single-use token in a cookie.
 */
@ApplicationScoped
public class SignIn {

    @Inject
    private IdentityStoreHandler stores;

    @Inject
    private Accounts accounts;

    @Inject
    private Sessions sessions;

    @Inject
    private SecondFactors factors;

    @Inject
    private Attempts attempts;

    @Inject
    private Devices devices;

    @Inject
    private Passwords passwords;

    @Inject
    private SingleUse tokens;

    @Inject
    private SignInSteps steps;

    /**
     * Where a step leads.
     *
     * @param due what is still to be proved, or null when the person is in
     * @param token of the session, or of the step that is due
     * @param device to be remembered in the browser; null before the end
     */
    public record Step(
            @Nullable Purpose due, Token token, @Nullable Token device) {}

    /** The browser somebody sits at. @param device proof that it is known, if it brings one */
    public record Browser(Optional<Token> device, String agent) {}

    /**
     * First step.
     *
     * @throws Problem 400, always the same, when login and password do not open an account; 403 without a role
     */
    public Step byPassword(String login, String password, Browser browser) {
        CredentialValidationResult result = stores.validate(new PasswordCredential(
                login, password, browser.device(), RequestContext.current().address()));
        if (result.getStatus() != CredentialValidationResult.Status.VALID) {
            throw new Problem(400, "identity.problem.sign-in-refused");
        }
        Account account = accounts.get(Long.parseLong(result.getCallerUniqueId()));
        if (account.secondFactor()) {
            return new Step(Purpose.SECOND_FACTOR, tokens.issue(Purpose.SECOND_FACTOR, account.id(), null), null);
        }
        return enter(account, browser);
    }

    /**
     * Second step.
     *
     * @param code of the authenticator or one of the recovery codes
     * @throws Problem 410 when the first step is over, 400 when the code is wrong or was used
     */
    public Step bySecondFactor(Optional<Token> step, String code, Browser browser) {
        long id = tokens.require(Purpose.SECOND_FACTOR, step).account();
        Subject subject = Subject.secondFactor(id);
        if (!attempts.take(subject) || !factors.use(id, code)) {
            throw Problem.invalid("code", "identity.invalid.code");
        }
        attempts.succeeded(subject);
        steps.spend(step);
        return enter(accounts.get(id), browser);
    }

    /**
     * Last step, when the password has expired.
     *
     * @throws Problem 410 when the steps before are over, 400 when the rules do not allow the password
     */
    public Step byNewPassword(Optional<Token> step, String password, Browser browser) {
        Account account =
                accounts.get(tokens.require(Purpose.NEW_PASSWORD, step).account());
        steps.replace(step, account, password);
        return enter(accounts.get(account.id()), browser);
    }

    /** The person whose password has to be changed before he is in. */
    public Account changing(Optional<Token> step) {
        return accounts.get(tokens.require(Purpose.NEW_PASSWORD, step).account());
    }

    private Step enter(Account account, Browser browser) {
        if (passwords.expired(account.kind(), account.passwordSetAt())) {
            return new Step(Purpose.NEW_PASSWORD, tokens.issue(Purpose.NEW_PASSWORD, account.id(), null), null);
        }
        Token session = sessions.open(account.id(), browser.agent());
        return new Step(null, session, devices.remember(account.id()));
    }
}
