package org.aeoreach.identity.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.aeoreach.platform.Configuration;

/** Keeps the seed in the browser; Lax, because the provider leads back here from its own site. */
@ApplicationScoped
class SeedCookie {

    @Inject
    private Configuration configuration;

    Optional<Seed> read(Map<String, Cookie> cookies) {
        return Optional.ofNullable(cookies.get(name()))
                .map(Cookie::getValue)
                .filter(value -> value.length() == Seed.LENGTH)
                .map(Seed::new);
    }

    NewCookie of(Seed seed, Duration life) {
        return builder(seed.text()).maxAge((int) life.toSeconds()).build();
    }

    NewCookie cleared() {
        return builder("").maxAge(0).build();
    }

    private NewCookie.Builder builder(String value) {
        return new NewCookie.Builder(name())
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(configuration.secureCookies())
                .sameSite(NewCookie.SameSite.LAX);
    }

    private String name() {
        return configuration.secureCookies() ? "__Host-aeo_provider" : "aeo_provider";
    }
}
