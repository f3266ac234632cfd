package org.aeoreach.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import java.util.regex.Pattern;
import org.aeoreach.platform.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * What is said once on the page after a redirect. The cookie names a message, {@code <feature>.done.<what>}, and holds
 * no text: whatever somebody plants there, only words of ours are shown.
 */
@ApplicationScoped
public class Toasts {

    static final String COOKIE = "aeo_toast";

    private static final Pattern KEY = Pattern.compile("[a-z]{1,30}\\.done\\.[a-z-]{1,60}");
    private static final int SECONDS = 60;

    @Inject
    private Configuration configuration;

    /** @param key message key {@code <feature>.done.<what>} */
    public NewCookie of(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(key + " is no message for a toast");
        }
        return cookie(key, SECONDS);
    }

    NewCookie shown() {
        return cookie("", 0);
    }

    /** The key a cookie names, if it may be one. */
    static @Nullable String key(@Nullable String value) {
        return value != null && KEY.matcher(value).matches() ? value : null;
    }

    private NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(configuration.secureCookies())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
