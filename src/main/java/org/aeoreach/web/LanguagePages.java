package org.aeoreach.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/** Switches the language and returns to the same place; and leads {@code /} to the portal. */
@Path("/")
@ApplicationScoped
public class LanguagePages {

    private static final int YEAR = 365 * 24 * 3600;

    @Inject
    private Configuration configuration;

    @GET
    @Access(Access.Who.ANYONE)
    public Response start() {
        return Response.status(303).location(URI.create("/portal")).build();
    }

    @GET
    @Path("language")
    @Access(Access.Who.ANYONE)
    public Response choose(@QueryParam("to") @Nullable String to, @QueryParam("next") @Nullable String next) {
        Language language = Language.of(to);
        if (language == null) {
            throw Problem.notFound();
        }
        NewCookie cookie = new NewCookie.Builder(Intake.LANGUAGE_COOKIE)
                .value(language.code())
                .path("/")
                .maxAge(YEAR)
                .httpOnly(true)
                .secure(configuration.secureCookies())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
        return Response.status(303)
                .location(LocalAddress.of(next))
                .cookie(cookie)
                .build();
    }
}
