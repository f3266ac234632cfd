package org.aeoreach.identity.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The description of the provider, read when it is first needed and again every hour. */
@ApplicationScoped
class ProviderDirectory {

    private static final Duration FRESH = Duration.ofHours(1);

    @Inject
    private Outbound outbound;

    @Inject
    private OidcSettings settings;

    @Inject
    private Clock clock;

    private volatile @Nullable Read read;

    private record Read(ProviderMetadata metadata, Instant at) {}

    /** @throws ProviderFault when there is none and the provider does not give it */
    ProviderMetadata metadata() throws ProviderFault {
        Read known = read;
        if (known != null && known.at().plus(FRESH).isAfter(clock.instant())) {
            return known.metadata();
        }
        String issuer = settings.issuer();
        URI address = URI.create(issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration");
        ProviderMetadata metadata = ProviderMetadata.of(outbound.get(address), issuer);
        if (!settings.allows(metadata.token()) || !settings.allows(metadata.keys())) {
            throw ProviderFault.wrong("its endpoints are on hosts that AEO_OIDC_HOSTS does not name");
        }
        read = new Read(metadata, clock.instant());
        return metadata;
    }
}
