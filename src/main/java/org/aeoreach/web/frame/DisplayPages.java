package org.aeoreach.web.frame;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import org.aeoreach.platform.Configuration;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.LocalAddress;
import org.aeoreach.web.Pages;
import org.aeoreach.web.Preferences;
import org.jspecify.annotations.Nullable;

/** How this browser shows pages: light or dark, with single keys as shortcuts or without. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class DisplayPages {

    private static final int YEAR = 365 * 24 * 3600;

    @Inject
    private Configuration configuration;

    @Inject
    private Pages pages;

    @POST
    @Path("display")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(value = Access.Who.ANYONE, body = 8192)
    public Response choose(
            @FormParam("theme") @Nullable String theme,
            @FormParam("keys") @Nullable String keys,
            @FormParam("next") @Nullable String next) {
        Response.ResponseBuilder answer = Response.status(303).location(LocalAddress.of(next));
        if (theme != null) {
            answer.cookie(kept(Preferences.THEME_COOKIE, Preferences.theme(theme)));
        }
        if (keys != null) {
            answer.cookie(kept(Preferences.KEYS_COOKIE, "off".equals(keys) ? "off" : "on"));
        }
        return answer.build();
    }

    /** The keys there are, and the switch for them. */
    @GET
    @Path("keys")
    @Access(Access.Who.ANYONE)
    public JteModel keys() {
        return new StaticTemplates().webFrameKeys(pages.titled("web.keys.title"));
    }

    private NewCookie kept(String name, String value) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(YEAR)
                .httpOnly(true)
                .secure(configuration.secureCookies())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
