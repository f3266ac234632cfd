package org.aeoreach.identity.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.platform.Configuration;

/** Counts attempts; each in a transaction of its own, since an attempt that fails has still been made. */
@ApplicationScoped
public class Attempts {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Configuration configuration;

    /**
     * Takes an attempt, which counts as failed until it is said to have {@link #succeeded}.
     *
     * @return false while the subject is locked; then it must be answered like a wrong attempt
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean take(Subject subject) {
        int own = configuration.number("aeo.sign.in.failures", 5);
        int shared = configuration.number("aeo.sign.in.failures.address", 50);
        String allowed = Stream.concat(
                        subject.own().stream().map(key -> own),
                        subject.shared().stream().map(key -> shared))
                .map(String::valueOf)
                .collect(Collectors.joining(",", "{", "}"));
        List<String> keys =
                Stream.concat(subject.own().stream(), subject.shared().stream()).toList();
        return (Boolean)
                em.createNativeQuery("select take_attempt(cast(? as text[]), cast(? as int[]), cast(? as int[]))")
                        .setParameter(1, array(keys))
                        .setParameter(2, allowed)
                        .setParameter(3, "{" + configuration.text("aeo.sign.in.lock.minutes", "1,5,15,60,240") + "}")
                        .getSingleResult();
    }

    /** The attempt was right: the person begins anew; the address gets back this one only. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void succeeded(Subject subject) {
        em.createNativeQuery("select 1 from attempt_succeeded(cast(? as text[]), cast(? as text[]))")
                .setParameter(1, array(subject.own()))
                .setParameter(2, array(subject.shared()))
                .getSingleResult();
    }

    private static String array(List<String> keys) {
        return keys.stream().map(key -> '"' + key + '"').collect(Collectors.joining(",", "{", "}"));
    }
}
