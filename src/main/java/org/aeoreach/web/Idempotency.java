package org.aeoreach.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;
import org.jspecify.annotations.Nullable;

/** The answers kept for Idempotency-Keys, 24 hours, per person. */
@ApplicationScoped
public class Idempotency {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private CurrentViewer viewer;

    /** A request that wants to be made once. */
    record Claim(String key, String path, byte[] bodyHash) {}

    /** The answer it got. */
    record Answer(
            int status,
            @Nullable String body,
            @Nullable String location,
            @Nullable String etag) {}

    /**
     * Claims the key for the transaction under way, or finds the answer it had. Waits while another request with the
     * same key is at work.
     *
     * @throws Problem 422 when the key was used for another request
     */
    @Transactional // Not MANDATORY: the type is part of the binding, and the interceptor that sets the scope would miss
    // it.
    Idempotency.@Nullable Answer claim(Claim claim) {
        em.createNativeQuery("delete from idempotency_record where account_id = ? and key = ?"
                        + " and created_at < now() - interval '24 hours'")
                .setParameter(1, account())
                .setParameter(2, claim.key())
                .executeUpdate();
        int mine = em.createNativeQuery("insert into idempotency_record (account_id, key, request, body_hash)"
                        + " values (?, ?, ?, ?) on conflict do nothing")
                .setParameter(1, account())
                .setParameter(2, claim.key())
                .setParameter(3, claim.path())
                .setParameter(4, claim.bodyHash())
                .executeUpdate();
        return mine == 1 ? null : earlier(claim);
    }

    private Answer earlier(Claim claim) {
        Object[] row = (Object[]) em.createNativeQuery("select request, body_hash, status, body, location, etag"
                        + " from idempotency_record where account_id = ? and key = ?")
                .setParameter(1, account())
                .setParameter(2, claim.key())
                .getSingleResult();
        if (!claim.path().equals(row[0]) || !Arrays.equals(claim.bodyHash(), (byte[]) row[1])) {
            throw new Problem(422, "web.problem.idempotency-key-reused");
        }
        return new Answer(((Number) row[2]).intValue(), (String) row[3], (String) row[4], (String) row[5]);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void keep(Claim claim, Answer answer) {
        em.createNativeQuery("update idempotency_record set status = ?, body = ?, location = ?, etag = ?"
                        + " where account_id = ? and key = ?")
                .setParameter(1, answer.status())
                .setParameter(2, answer.body())
                .setParameter(3, answer.location())
                .setParameter(4, answer.etag())
                .setParameter(5, account())
                .setParameter(6, claim.key())
                .executeUpdate();
    }

    private long account() {
        return viewer.require().accountId();
    }
}
