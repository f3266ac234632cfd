package org.aeoreach.training.observation;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.training.registration.AttendeeKey;
import org.aeoreach.training.registration.TicketTries;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.RateLimits;
import org.aeoreach.web.form.Form;

/** Behind the secret link of who observes: the statement, and the way in. */
@Path("/portal/trainings/tickets/{token: " + LinkToken.PATTERN + "}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class ObservationPages {

    @Inject
    private ObservationSheets sheets;

    @Inject
    private RateLimits limits;

    @Inject
    private TicketTries tries;

    @GET
    @Path("observation")
    @Access(Access.Who.ANYONE)
    public JteModel observation(@PathParam("token") String token) {
        return LinkToken.of(token).map(AttendeeKey::of).flatMap(sheets::page).orElseThrow(this::over);
    }

    private Problem over() {
        limits.takeFor(Limit.BAD_TOKEN, "ticket:" + RequestContext.current().address());
        return new Problem(404, "session.problem.link-over");
    }

    @POST
    @Path("observation")
    @Access(value = Access.Who.ANYONE, limit = Limit.TICKET, body = 1024, audited = true)
    public Response accept(@PathParam("token") String token, Form form) {
        tries.take(token);
        return sheets.accept(LinkToken.of(token).map(AttendeeKey::of).orElseThrow(Problem::notFound), form);
    }

    /** Leads to the session, on the device on which he first came; the address he came from is told to nobody. */
    @GET
    @Path("room")
    @Access(value = Access.Who.ANYONE, limit = Limit.SEARCH, audited = true)
    public Response enter(@PathParam("token") String token, @Context HttpHeaders headers) {
        return sheets.enter(LinkToken.of(token).map(AttendeeKey::of).orElseThrow(this::over), headers);
    }
}
