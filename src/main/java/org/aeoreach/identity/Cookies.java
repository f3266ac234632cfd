package org.aeoreach.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.Map;
import java.util.Optional;
import org.aeoreach.platform.Configuration;

/** The cookies of a sign-in: not readable by scripts, sent to this host only. */
@ApplicationScoped
public class Cookies {

    private static final int DAY = 24 * 3600;

    @Inject
    private Configuration configuration;

    /** What a cookie is for. */
    public enum Name {
        /** The session; gone with the browser. */
        SESSION("aeo", NewCookie.DEFAULT_MAX_AGE),
        /** Between the steps of one sign-in. */
        STEP("aeo-step", 600),
        /** The browser a person has signed in with before. */
        DEVICE("aeo-device", 180 * DAY);

        private final String text;
        private final int seconds;

        Name(String text, int seconds) {
            this.text = text;
            this.seconds = seconds;
        }

        int seconds() {
            return seconds;
        }
    }

    public Optional<Token> read(Map<String, Cookie> cookies, Name name) {
        return Optional.ofNullable(cookies.get(nameOf(name)))
                .map(Cookie::getValue)
                .flatMap(Token::of);
    }

    public NewCookie of(Name name, Token token) {
        return builder(name).value(token.text()).maxAge(name.seconds).build();
    }

    public NewCookie cleared(Name name) {
        return builder(name).value("").maxAge(0).build();
    }

    private NewCookie.Builder builder(Name name) {
        return new NewCookie.Builder(nameOf(name))
                .path("/")
                .httpOnly(true)
                .secure(configuration.secureCookies())
                .sameSite(NewCookie.SameSite.LAX);
    }

    /** A browser takes a {@code __Host-} cookie only with Secure, so it needs HTTPS or this machine. */
    private String nameOf(Name name) {
        return (configuration.secureCookies() ? "__Host-" : "") + name.text;
    }
}
