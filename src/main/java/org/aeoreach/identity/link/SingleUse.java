package org.aeoreach.identity.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.aeoreach.identity.Token;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** Issues tokens, looks at them, uses them up. */
@ApplicationScoped
public class SingleUse {

    private static final String PEEK = "select account_id, detail from peek_single_use(?, ?)";
    private static final String REDEEM = "select account_id, detail from redeem_single_use(?, ?)";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Clock clock;

    /** What a token proves: whose it is, and what was noted with it. */
    public record Proof(long account, @Nullable String detail) {}

    @Transactional
    public Token issue(Purpose purpose, long account, @Nullable String detail) {
        Token token = Token.random();
        em.createNativeQuery("select 1 from issue_single_use(?, ?, ?, cast(? as text), ?)")
                .setParameter(1, token.hash())
                .setParameter(2, purpose.name())
                .setParameter(3, account)
                .setParameter(4, detail)
                .setParameter(5, clock.instant().plus(purpose.life()).atOffset(ZoneOffset.UTC))
                .getSingleResult();
        return token;
    }

    /** Whether the token is good now; it stays good. */
    @Transactional
    public Optional<Proof> look(Purpose purpose, Optional<Token> token) {
        return token.flatMap(some -> proof(PEEK, purpose, some));
    }

    /** @throws Problem 410 when the token is used, expired or was never issued for this */
    @Transactional
    public Proof require(Purpose purpose, Optional<Token> token) {
        return look(purpose, token).orElseThrow(SingleUse::gone);
    }

    /**
     * Uses the token up, in the transaction of what it is used for: if that fails, the token stays good.
     *
     * @throws Problem 410 when the token is used, expired or was never issued for this
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Proof use(Purpose purpose, Optional<Token> token) {
        return token.flatMap(some -> proof(REDEEM, purpose, some)).orElseThrow(SingleUse::gone);
    }

    private Optional<Proof> proof(String query, Purpose purpose, Token token) {
        Query found = em.createNativeQuery(query).setParameter(1, token.hash()).setParameter(2, purpose.name());
        return Rows.one(found, row -> new Proof(row.id(0), row.textOrNull(1)));
    }

    private static Problem gone() {
        return new Problem(410, "identity.problem.link-over");
    }
}
