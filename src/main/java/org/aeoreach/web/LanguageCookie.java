package org.aeoreach.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Language;

/** Remembers the language of a visitor who is not signed in, for a year. */
@ApplicationScoped
public class LanguageCookie {

    private static final int YEAR = 365 * 24 * 3600;

    @Inject
    private Configuration configuration;

    public NewCookie of(Language language) {
        return new NewCookie.Builder(Intake.LANGUAGE_COOKIE)
                .value(language.code())
                .path("/")
                .maxAge(YEAR)
                .httpOnly(true)
                .secure(configuration.secureCookies())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
