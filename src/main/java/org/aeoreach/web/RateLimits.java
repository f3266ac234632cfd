package org.aeoreach.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Locale;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/** Counts calls in the database, so that several nodes share one count. */
@ApplicationScoped
public class RateLimits {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Configuration configuration;

    /**
     * Takes one permit of the caller's address and, when he is signed in, of his account. In a transaction of its own:
     * a call that fails has still been made.
     *
     * @throws TooManyRequests when either is used up
     */
    @Transactional(value = Transactional.TxType.REQUIRES_NEW, dontRollbackOn = TooManyRequests.class)
    public void take(Limit limit, @Nullable Viewer viewer) {
        if (limit == Limit.NONE) {
            return;
        }
        count(limit, "address:" + RequestContext.current().address(), perAddress(limit));
        if (viewer != null) {
            count(limit, "account:" + viewer.accountId(), perSubject(limit));
        }
    }

    /** Takes one permit of something named in the request: the account somebody tries, the link he follows. */
    @Transactional(value = Transactional.TxType.REQUIRES_NEW, dontRollbackOn = TooManyRequests.class)
    public void takeFor(Limit limit, String subject) {
        count(limit, "subject:" + subject, perSubject(limit));
    }

    private int perAddress(Limit limit) {
        return configuration.number(key(limit), limit.perAddress());
    }

    private int perSubject(Limit limit) {
        return configuration.number(key(limit) + ".each", limit.perSubject());
    }

    private static String key(Limit limit) {
        return "aeo.limit." + limit.name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    private void count(Limit limit, String subject, int allowed) {
        int wait = ((Number) em.createNativeQuery("select take_permit(?, ?, ?)")
                        .setParameter(1, limit + ":" + subject)
                        .setParameter(2, allowed)
                        .setParameter(3, limit.seconds())
                        .getSingleResult())
                .intValue();
        if (wait > 0) {
            throw new TooManyRequests(wait);
        }
    }
}
