package org.aeoreach.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.web.Access;
import org.aeoreach.web.LanguageCookie;
import org.aeoreach.web.LocalAddress;
import org.jspecify.annotations.Nullable;

/** Switches the language and returns to the same place. */
@Path("/")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class LanguagePages {

    @Inject
    private LanguageCookie cookie;

    @Inject
    private ChosenLanguage chosen;

    @Inject
    private CurrentViewer viewer;

    @POST
    @Path("language")
    @Access(value = Access.Who.ANYONE, body = 8192)
    public Response choose(@FormParam("to") @Nullable String to, @FormParam("next") @Nullable String next) {
        Language language = Language.of(to);
        if (language == null) {
            throw Problem.notFound();
        }
        if (viewer.get().isPresent()) {
            chosen.keep(language);
        }
        return Response.status(303)
                .location(LocalAddress.of(next))
                .cookie(cookie.of(language))
                .build();
    }
}
