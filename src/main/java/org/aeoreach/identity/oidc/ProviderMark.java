package org.aeoreach.identity.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import org.aeoreach.platform.Configuration;

/** Remembers in the browser that its owner came from the provider, which may still know him after he signs out here. */
@ApplicationScoped
public class ProviderMark {

    private static final int SESSION = -1;

    @Inject
    private Configuration configuration;

    @Inject
    private OidcSettings settings;

    /** Where a sign-out leads. */
    public URI afterSignOut(HttpHeaders headers) {
        boolean marked = settings.configured() && headers.getCookies().containsKey(name());
        return URI.create(marked ? "/signed-out" : "/portal");
    }

    NewCookie set() {
        return cookie("1", SESSION);
    }

    /** Takes the mark away. */
    public NewCookie cleared() {
        return cookie("", 0);
    }

    private NewCookie cookie(String value, int life) {
        return new NewCookie.Builder(name())
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(configuration.secureCookies())
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(life)
                .build();
    }

    private String name() {
        return configuration.secureCookies() ? "__Host-aeo_by_provider" : "aeo_by_provider";
    }
}
