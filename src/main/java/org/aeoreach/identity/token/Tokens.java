package org.aeoreach.identity.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.identity.Sessions;
import org.aeoreach.platform.Digests;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/** Makes and revokes tokens. */
@ApplicationScoped
public class Tokens {

    /** Days a token may live. */
    public static final int LONGEST = 365;

    /** Tokens one person may have that are neither expired nor revoked. */
    static final int MOST = 50;

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private TokenList list;

    @Inject
    private Sessions sessions;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer current;

    @Inject
    private Clock clock;

    /**
     * Makes a token of the viewer's own.
     *
     * @param formKey names the sending of a form, so that sending it again makes no second token; or null
     * @throws Problem 400 when a field is wrong, 409 when the form was sent before or he has {@value #MOST} already
     */
    @Transactional
    public MadeToken make(NewToken wanted, @Nullable String formKey) {
        Viewer viewer = current.require();
        requireDay(wanted.lastDay());
        long assignment = assignment(wanted.assignmentId(), viewer);
        requireRoom(viewer.accountId(), formKey);
        String secret = TokenText.fresh();
        long id = insert(wanted, assignment, secret, formKey);
        em.flush();
        TokenView made = list.get(viewer.accountId(), id);
        Changes changes = Changes.none()
                .with("name", made.name())
                .with("scope", made.scope())
                .with("lastDay", made.lastDay())
                .with("assignment", assignment);
        record("identity.make-token", id, changes);
        return new MadeToken(made, secret);
    }

    private void requireDay(LocalDate lastDay) {
        LocalDate today = Time.today(clock);
        if (!lastDay.isAfter(today) || lastDay.isAfter(today.plusDays(LONGEST))) {
            throw Problem.invalid("lastDay", "identity.invalid.token-day", LONGEST);
        }
    }

    /** One of the person's own roles of today; of those he stands in for, none. */
    private long assignment(@Nullable Long wanted, Viewer viewer) {
        boolean acting = wanted == null && viewer.substitution() == null;
        Long preferred = acting ? Long.valueOf(viewer.assignmentId()) : wanted;
        return sessions.roles().stream()
                .filter(role -> role.substitutionId() == null)
                .map(Sessions.ActingRole::assignmentId)
                .filter(role -> preferred == null || role.equals(preferred))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("assignmentId", "identity.invalid.token-role"));
    }

    private void requireRoom(long account, @Nullable String formKey) {
        if (list.sent(account, formKey)) {
            throw new Problem(409, "identity.problem.token-made-before");
        }
        if (list.live(account) >= MOST) {
            throw new Problem(409, "identity.problem.too-many-tokens", MOST);
        }
    }

    private long insert(NewToken wanted, long assignment, String secret, @Nullable String formKey) {
        Instant end = wanted.lastDay().plusDays(1).atStartOfDay(Time.ZONE).toInstant();
        Query query = em.createNativeQuery("insert into access_token (account_id, org_path, assignment_id, name, scope,"
                        + " token_hash, form_key, created_at, expires_at)"
                        + " select id, org_path, ?, ?, ?, ?, ?, ?, ? from account where id = ? returning id")
                .setParameter(1, assignment)
                .setParameter(2, wanted.name().strip())
                .setParameter(3, wanted.scope().name())
                .setParameter(4, Digests.sha256(secret))
                .setParameter(5, formKey)
                .setParameter(6, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(7, end.atOffset(ZoneOffset.UTC))
                .setParameter(8, current.require().accountId());
        return ((Number) query.getSingleResult()).longValue();
    }

    /**
     * Ends a token at once; one that is over stays as it is.
     *
     * @throws Problem 404 when the person has no such token, or the viewer may not change what is his
     */
    @Transactional
    public TokenView revoke(long account, long id) {
        TokenView before = list.get(account, id);
        if (before.revokedAt() == null) {
            Instant now = clock.instant();
            int changed = em.createNativeQuery(
                            "update access_token set revoked_at = ? where id = ? and revoked_at is null")
                    .setParameter(1, now.atOffset(ZoneOffset.UTC))
                    .setParameter(2, id)
                    .executeUpdate();
            if (changed == 0) {
                throw Problem.notFound();
            }
        }
        Changes changes = Changes.none().with("name", before.name()).with("account", account);
        record("identity.revoke-token", id, changes);
        return list.get(account, id);
    }

    private void record(String action, long id, Changes changes) {
        audit.record(action, new AuditTrail.Subject("access_token", id, list.orgPath(id)), changes);
    }
}
