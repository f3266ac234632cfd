package org.aeoreach.training.observation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.platform.Configuration;

/** The mark of a device, by which it is known again; Lax, because people come from their mail. */
@ApplicationScoped
class RoomCookie {

    private static final Duration LIFE = Duration.ofDays(30);

    @Inject
    private Configuration configuration;

    Optional<LinkToken> read(Map<String, Cookie> cookies) {
        return Optional.ofNullable(cookies.get(name())).map(Cookie::getValue).flatMap(LinkToken::of);
    }

    NewCookie of(LinkToken mark) {
        return new NewCookie.Builder(name())
                .value(mark.text())
                .path("/")
                .httpOnly(true)
                .secure(configuration.secureCookies())
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge((int) LIFE.toSeconds())
                .build();
    }

    private String name() {
        return configuration.secureCookies() ? "__Host-aeo_room" : "aeo_room";
    }
}
