package org.aeoreach.identity.oidc;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys the provider signs with. A token signed with a key not known yet makes them be read again, so that the
 * provider may change its keys at any time; but at most every ten seconds.
 */
@ApplicationScoped
class ProviderKeys implements JWKSource<SecurityContext> {

    private static final Duration FRESH = Duration.ofMinutes(15);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Inject
    private ProviderDirectory directory;

    @Inject
    private Outbound outbound;

    @Inject
    private Clock clock;

    private volatile @Nullable Read read;

    private record Read(JWKSet keys, Instant at) {

        boolean youngerThan(Duration age, Instant now) {
            return at.plus(age).isAfter(now);
        }
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        Instant now = clock.instant();
        Read known = read;
        if (known != null && known.youngerThan(FRESH, now)) {
            List<JWK> found = selector.select(known.keys());
            if (!found.isEmpty() || known.youngerThan(PAUSE, now)) {
                return found;
            }
        }
        return selector.select(load().keys());
    }

    private Read load() throws KeySourceException {
        try {
            JWKSet keys = JWKSet.parse(outbound.get(directory.metadata().keys()).toString());
            Read fresh = new Read(keys, clock.instant());
            read = fresh;
            return fresh;
        } catch (ProviderFault | ParseException e) {
            throw new KeySourceException(String.valueOf(e.getMessage()), e);
        }
    }
}
