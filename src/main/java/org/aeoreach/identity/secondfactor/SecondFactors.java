package org.aeoreach.identity.secondfactor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.identity.Account;
import org.aeoreach.identity.AccountLetters;
import org.aeoreach.identity.Accounts;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.QrCode;
import org.jspecify.annotations.Nullable;

/** Sets second factors up, checks their codes, takes them away. */
@ApplicationScoped
public class SecondFactors {

    /** How the account is listed in the app. */
    private static final String ISSUER = "AEO Reach";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private SecretBox box;

    @Inject
    private AuditTrail audit;

    @Inject
    private AccountLetters letters;

    @Inject
    private Clock clock;

    /**
     * How somebody stands with his second factor.
     *
     * @param offer to be confirmed, or null
     * @param codesLeft recovery codes not used yet
     */
    public record State(boolean inForce, @Nullable Offer offer, int codesLeft) {}

    /** A secret to be put into an app, as picture and as text in groups of four. */
    public record Offer(QrCode picture, String secret) {

        @Override
        public String toString() {
            return "***";
        }
    }

    private record Stored(byte[] secret, boolean confirmed) {}

    @Transactional
    public State state(Account account) {
        Stored stored = stored(account.id()).orElse(null);
        if (stored == null) {
            return new State(false, null, 0);
        }
        int left = ((Number) em.createNativeQuery("select recovery_codes_left(?)")
                        .setParameter(1, account.id())
                        .getSingleResult())
                .intValue();
        return stored.confirmed()
                ? new State(true, null, left)
                : new State(false, offer(account, box.open(account.id(), stored.secret())), left);
    }

    private static Offer offer(Account account, byte[] secret) {
        String text = Totp.base32(secret).replaceAll("(.{4})(?=.)", "$1 ");
        return new Offer(QrCode.of(Totp.uri(ISSUER, account.login(), secret)), text);
    }

    /** Makes a secret; it counts once a code of it was given. */
    @Transactional
    public void offer(Account account) {
        em.createNativeQuery("select 1 from offer_factor(?, ?)")
                .setParameter(1, account.id())
                .setParameter(2, box.close(account.id(), Totp.newSecret()))
                .getSingleResult();
        audit.record("identity.offer-second-factor", Accounts.subject(account), Changes.none());
    }

    /**
     * Puts the factor in force.
     *
     * @return recovery codes, never to be seen again
     * @throws Problem 400 when the code is wrong
     */
    @Transactional
    public List<String> confirm(Account account, String code) {
        if (!useTotp(account.id(), digits(code))) {
            throw Problem.invalid("code", "identity.invalid.code");
        }
        audit.record("identity.add-second-factor", Accounts.subject(account), Changes.none());
        return newCodes(account);
    }

    /** Replaces all recovery codes. @throws Problem 409 when the factor is not in force */
    @Transactional
    public List<String> renewCodes(Account account) {
        if (!account.secondFactor()) {
            throw new Problem(409, "identity.problem.no-second-factor");
        }
        audit.record("identity.renew-recovery-codes", Accounts.subject(account), Changes.none());
        return newCodes(account);
    }

    private List<String> newCodes(Account account) {
        List<RecoveryCode> codes = RecoveryCode.fresh();
        String hashes = codes.stream()
                .map(code -> "\"\\\\x" + HexFormat.of().formatHex(code.hash()) + '"')
                .collect(Collectors.joining(",", "{", "}"));
        em.createNativeQuery("select 1 from set_recovery_codes(?, cast(? as bytea[]))")
                .setParameter(1, account.id())
                .setParameter(2, hashes)
                .getSingleResult();
        return codes.stream().map(RecoveryCode::text).toList();
    }

    /** Whether the code is the app's of this moment, or a recovery code; either way it is used up. */
    @Transactional
    public boolean use(long account, String code) {
        String digits = digits(code);
        return digits.matches("[0-9]{6}") ? useTotp(account, digits) : useRecoveryCode(account, code);
    }

    private boolean useTotp(long account, String digits) {
        Optional<Stored> stored = stored(account);
        if (stored.isEmpty()) {
            return false;
        }
        OptionalLong step = Totp.step(box.open(account, stored.get().secret()), digits, clock.instant());
        return step.isPresent()
                && (Boolean) em.createNativeQuery("select use_factor_step(?, ?)")
                        .setParameter(1, account)
                        .setParameter(2, step.getAsLong())
                        .getSingleResult();
    }

    private boolean useRecoveryCode(long account, String code) {
        return (Boolean) em.createNativeQuery("select use_recovery_code(?, ?)")
                .setParameter(1, account)
                .setParameter(2, new RecoveryCode(code).hash())
                .getSingleResult();
    }

    /** Takes the factor away, on the person's own wish or an administrator's; the person is told. */
    @Transactional
    public void remove(Account account, String action) {
        Query query = em.createNativeQuery("select drop_factor(?)").setParameter(1, account.id());
        if (!(Boolean) query.getSingleResult()) {
            throw new Problem(409, "identity.problem.no-second-factor");
        }
        audit.record(action, Accounts.subject(account), Changes.none());
        letters.send("identity-factor-removed", account, Map.of());
    }

    private Optional<Stored> stored(long account) {
        Query query = em.createNativeQuery("select secret, confirmed from factor_of(?)")
                .setParameter(1, account);
        return Rows.one(query, row -> new Stored(bytes(row), row.flag(1)));
    }

    private static byte[] bytes(Rows.Row row) {
        return (byte[]) Objects.requireNonNull(row.columns()[0]);
    }

    private static String digits(String code) {
        return code.replaceAll("\\s", "");
    }
}
