package org.aeoreach.identity.password;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.identity.Account;
import org.aeoreach.identity.Token;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/** Checks passwords and sets them. */
@ApplicationScoped
public class Passwords {

    // Hashed for accounts there are not, so that an answer takes as long as for those there are.
    private static final String NOBODYS = Argon2.STANDARD.hash("nobody's");

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Hashing hashing;

    @Inject
    private CommonPasswords common;

    @Inject
    private Configuration configuration;

    @Inject
    private Clock clock;

    /** What a person is told about the rules before he chooses. */
    public record Rules(int shortest, int longest, int classes, int days, int former) {}

    public Rules rules(Viewer.Kind kind) {
        PasswordProfile profile = PasswordProfile.of(kind, configuration);
        return new Rules(
                PasswordProfile.SHORTEST, PasswordProfile.LONGEST, profile.classes(), profile.days(), profile.former());
    }

    /** Takes the same time with a hash and without one. Do not call it while a transaction holds a connection. */
    public boolean match(@Nullable String hash, String password) {
        if (password.length() > 2 * PasswordProfile.LONGEST) {
            return false;
        }
        return hashing.run(() -> Argon2.matches(hash == null ? NOBODYS : hash, password)) && hash != null;
    }

    /** Hashes a password that was just found right anew when the parameters have grown since. */
    @Transactional
    public void renew(long account, String hash, String password) {
        if (!Argon2.STANDARD.made(hash)) {
            em.createNativeQuery("select 1 from rehash_password(?, ?, ?)")
                    .setParameter(1, account)
                    .setParameter(2, hash)
                    .setParameter(3, hashing.run(() -> Argon2.STANDARD.hash(password)))
                    .getSingleResult();
        }
    }

    public boolean expired(Viewer.Kind kind, @Nullable Instant setAt) {
        return setAt != null && PasswordProfile.of(kind, configuration).expired(setAt, clock.instant());
    }

    /** When a password set then has to be changed, or null for never. */
    public @Nullable Instant expires(Viewer.Kind kind, @Nullable Instant setAt) {
        int days = PasswordProfile.of(kind, configuration).days();
        return setAt == null || days == 0 ? null : setAt.plusSeconds(days * 86_400L);
    }

    /**
     * The hash of a new password.
     *
     * @param context words it must not consist of: login, names, unit
     * @throws Problem 400 naming the field {@code password} when the rules do not allow it
     */
    public String hash(Viewer.Kind kind, String password, List<String> context) {
        PasswordProfile profile = PasswordProfile.of(kind, configuration);
        String fault = profile.fault(password, context, common);
        if (fault != null) {
            throw Problem.invalid(
                    "password", fault, PasswordProfile.SHORTEST, PasswordProfile.LONGEST, profile.classes());
        }
        return hashing.run(() -> Argon2.STANDARD.hash(password));
    }

    /** The words a person's password must not consist of. */
    public static List<String> context(Account account) {
        String mailbox = account.mail().replaceFirst("@.*", "");
        return Stream.of(account.login(), account.nameZh(), account.nameEn(), mailbox)
                .filter(word -> word != null)
                .toList();
    }

    /**
     * Sets a new password; all other sessions of the person end, and his open links.
     *
     * @param session the session that goes on, or null
     * @throws Problem 400 naming the field {@code password} when the rules do not allow it
     */
    @Transactional
    public void set(Account account, String password, @Nullable Token session) {
        String hash = hash(account.kind(), password, context(account));
        refuseFormer(account, password);
        em.createNativeQuery("select 1 from set_password(?, ?, ?, ?)")
                .setParameter(1, account.id())
                .setParameter(2, hash)
                .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(4, session == null ? new byte[0] : session.hash())
                .getSingleResult();
    }

    private void refuseFormer(Account account, String password) {
        int former = PasswordProfile.of(account.kind(), configuration).former();
        List<String> hashes = Rows.list(
                em.createNativeQuery("select hash from passwords_of(?, ?)")
                        .setParameter(1, account.id())
                        .setParameter(2, former),
                row -> row.text(0));
        for (String hash : hashes) {
            if (hashing.run(() -> Argon2.matches(hash, password))) {
                throw Problem.invalid("password", "identity.invalid.password-former", former);
            }
        }
    }
}
