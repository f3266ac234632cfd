package org.aeoreach.identity.profile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.identity.Account;
import org.aeoreach.identity.AccountLetters;
import org.aeoreach.identity.Accounts;
import org.aeoreach.identity.Token;
import org.aeoreach.identity.link.Purpose;
import org.aeoreach.identity.link.SingleUse;
import org.aeoreach.identity.password.Passwords;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.jspecify.annotations.Nullable;

/** What a person changes about himself. */
@ApplicationScoped
public class Me {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Accounts accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private SingleUse tokens;

    @Inject
    private AccountLetters letters;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /** How a person is called and spoken to. */
    public record Particulars(
            @NotBlank @Size(max = 100) String nameZh,
            @Nullable @Size(max = 100) String nameEn,
            @NotNull Language language,
            @NotBlank @Size(max = 60) String timeZone) {}

    /** A new mail address, in force once its link was followed. */
    public record NewMail(@NotBlank @Email @Size(max = 254) String mail) {}

    /** A session of the person. @param device browser and system, as far as the browser tells */
    public record Session(
            long id, Instant createdAt, Instant lastSeenAt, String address, Device device, boolean current) {}

    /** The account, with the version the particulars have. */
    public record Profile(Account account, String timeZone, long version) {}

    @Transactional
    public Account account() {
        return accounts.get(viewer.require().accountId());
    }

    @Transactional
    public Profile profile() {
        Account account = account();
        Query query = em.createNativeQuery("select time_zone, version from account where id = ?")
                .setParameter(1, account.id());
        return Rows.one(query, row -> new Profile(account, row.text(0), row.id(1)))
                .orElseThrow(Problem::notFound);
    }

    /** @throws Problem 400 when there is no such time zone, 409 when the particulars were changed meanwhile */
    @Transactional
    public void change(Particulars wanted, long version) {
        requireZone(wanted.timeZone());
        Profile before = profile();
        Object done = em.createNativeQuery("select change_my_particulars(?, ?, ?, ?, ?)")
                .setParameter(1, wanted.nameZh())
                .setParameter(2, wanted.nameEn())
                .setParameter(3, wanted.language().code())
                .setParameter(4, wanted.timeZone())
                .setParameter(5, version)
                .getSingleResult();
        if (!Boolean.TRUE.equals(done)) {
            throw new Problem(409, "web.problem.conflict");
        }
        audit.record(
                "identity.change-particulars",
                Accounts.subject(before.account()),
                Changes.none()
                        .with("nameZh", before.account().nameZh(), wanted.nameZh())
                        .with("nameEn", before.account().nameEn(), wanted.nameEn())
                        .with("language", before.account().language(), wanted.language())
                        .with("timeZone", before.timeZone(), wanted.timeZone()));
    }

    private static void requireZone(String zone) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw Problem.invalid("timeZone", "web.invalid.choice");
        }
    }

    /** Sends a link to the new address; nothing changes until it is followed. */
    @Transactional
    public void changeMail(NewMail wanted) {
        MailAddress.of("mail", wanted.mail());
        Account account = account();
        Token token = tokens.issue(Purpose.MAIL, account.id(), wanted.mail());
        letters.sendTo(wanted.mail(), "identity-mail", account, Map.of("link", "/mail-confirmation/" + token.text()));
        audit.record("identity.ask-mail", Accounts.subject(account), Changes.none());
    }

    /** Sets the password; all his other sessions end, and he is told by mail. */
    @Transactional
    public void changePassword(String password, Optional<Token> session) {
        Account account = account();
        passwords.set(account, password, session.orElse(null));
        audit.record("identity.change-password", Accounts.subject(account), Changes.none());
        letters.send("identity-password-changed", account, Map.of());
    }

    @Transactional
    public List<Session> sessions(Optional<Token> session) {
        Query query = em.createNativeQuery(
                        "select id, created_at, last_seen_at, address, agent, current from my_sessions(?)")
                .setParameter(1, hash(session));
        return Rows.list(
                query,
                row -> new Session(
                        row.id(0), row.instant(1), row.instant(2), row.text(3), Device.of(row.text(4)), row.flag(5)));
    }

    /**
     * Ends one of his sessions, or all but this one.
     *
     * @throws Problem 404 when he has no such session
     */
    @Transactional
    public void endSessions(@Nullable Long one, Optional<Token> session) {
        int ended = ((Number) em.createNativeQuery("select end_my_sessions(cast(? as bigint), ?)")
                        .setParameter(1, one)
                        .setParameter(2, hash(session))
                        .getSingleResult())
                .intValue();
        if (one != null && ended == 0) {
            throw Problem.notFound();
        }
        audit.record(
                "identity.end-sessions",
                Accounts.subject(account()),
                Changes.none().with("sessions", ended));
    }

    private static byte[] hash(Optional<Token> session) {
        return session.map(Token::hash).orElseGet(() -> new byte[0]);
    }
}
