package org.aeoreach.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.Map;
import java.util.Optional;
import org.aeoreach.platform.Configuration;

/** The cookie of a session: not readable by scripts, sent to this host only, gone with the browser. */
@ApplicationScoped
class SessionCookie {

    @Inject
    private Configuration configuration;

    Optional<String> read(Map<String, Cookie> cookies) {
        return Optional.ofNullable(cookies.get(name())).map(Cookie::getValue).filter(value -> value.length() == 43);
    }

    NewCookie of(String value) {
        return builder(value).build();
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

    /** A browser takes a {@code __Host-} cookie only with Secure, so it needs HTTPS or this machine. */
    private String name() {
        return configuration.secureCookies() ? "__Host-aeo" : "aeo";
    }
}
