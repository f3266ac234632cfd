package org.aeoreach.identity.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.aeoreach.platform.Rows;

/** Sign-ins under way at the provider: each returns once, within ten minutes, to any node. */
@ApplicationScoped
class Flows {

    static final Duration LIFE = Duration.ofMinutes(10);

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Clock clock;

    /** @param next where the person wanted to go; empty for his start page */
    @Transactional
    void begin(Seed seed, String next) {
        em.createNativeQuery("select 1 from begin_provider_flow(?, ?, ?)")
                .setParameter(1, seed.hash())
                .setParameter(2, next)
                .setParameter(3, clock.instant().plus(LIFE).atOffset(ZoneOffset.UTC))
                .getSingleResult();
    }

    /** Where the person wanted to go; nothing when the flow is over or was used. */
    @Transactional
    Optional<String> end(Seed seed) {
        return Rows.one(
                        em.createNativeQuery("select end_provider_flow(?, ?)")
                                .setParameter(1, seed.hash())
                                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC)),
                        row -> Optional.ofNullable(row.textOrNull(0)))
                .flatMap(next -> next);
    }
}
