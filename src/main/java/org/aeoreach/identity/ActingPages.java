package org.aeoreach.identity;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Pages;
import org.jspecify.annotations.Nullable;

/** The choice of the role to act in. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class ActingPages {

    @Inject
    private Sessions sessions;

    @Inject
    private Cookies cookies;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Pages pages;

    @GET
    @Path("acting")
    @Access(Access.Who.SIGNED_IN)
    public JteModel roles() {
        return new StaticTemplates()
                .identityActing(pages.titled("identity.acting.title"), viewer.require(), sessions.roles());
    }

    @POST
    @Path("acting")
    @Access(value = Access.Who.SIGNED_IN, body = 4096, audited = true)
    public Response act(
            @FormParam("assignment") @Nullable Long assignment,
            @FormParam("substitution") @Nullable Long substitution,
            @Context HttpHeaders headers) {
        if (assignment == null) {
            throw Problem.notFound();
        }
        Token value = cookies.read(headers.getCookies(), Cookies.Name.SESSION).orElseThrow(Problem::notFound);
        sessions.act(value, assignment, substitution);
        return Response.status(303)
                .location(URI.create(
                        sessions.find(value).map(v -> v.role().isOfficer()).orElse(false) ? "/desk" : "/portal/my"))
                .build();
    }
}
