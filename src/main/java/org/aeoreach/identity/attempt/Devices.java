package org.aeoreach.identity.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.aeoreach.identity.Token;

/** Browsers in which a person has signed in; there strangers cannot lock him out. */
@ApplicationScoped
public class Devices {

    private static final Duration REMEMBERED = Duration.ofDays(180);

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Clock clock;

    /** What attempts with this login count against. */
    @Transactional
    public Subject subject(String login, String address, Optional<Token> device) {
        byte[] hash = device.map(Token::hash).orElseGet(() -> new byte[32]);
        boolean known = (Boolean) em.createNativeQuery("select is_known_device(?, ?)")
                .setParameter(1, hash)
                .setParameter(2, login)
                .getSingleResult();
        return known && device.isPresent() ? Subject.knownDevice(device.get()) : Subject.stranger(login, address);
    }

    /** Remembers a browser after a sign-in. One that somebody else has signed in with before stays his. */
    @Transactional
    public Token remember(long account) {
        Token device = Token.random();
        em.createNativeQuery("select 1 from remember_device(?, ?, ?)")
                .setParameter(1, device.hash())
                .setParameter(2, account)
                .setParameter(3, clock.instant().plus(REMEMBERED).atOffset(ZoneOffset.UTC))
                .getSingleResult();
        return device;
    }
}
