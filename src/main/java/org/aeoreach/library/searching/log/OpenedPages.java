package org.aeoreach.library.searching.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;

/** Told by the search page when somebody opens what was found; without scripts nothing is told. */
@Path("/portal")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class OpenedPages {

    private static final int LAST = 1000;

    @Inject
    private SearchLog log;

    @POST
    @Path("search/opened")
    @Access(value = Access.Who.ANYONE, limit = Limit.PICK, body = 16384)
    public Response opened(
            @FormParam("q") @DefaultValue("") String q, @FormParam("place") @DefaultValue("") String place) {
        if (!place.matches("[1-9][0-9]{0,3}") || Integer.parseInt(place) > LAST) {
            throw Problem.invalid("place", "library.invalid.choice");
        }
        log.opened(RequestContext.current().language(), q, Integer.parseInt(place));
        return Response.noContent().build();
    }
}
