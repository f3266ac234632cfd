package org.aeoreach.training.opinion;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.training.after.AfterPages;
import org.aeoreach.training.after.Guests;
import org.aeoreach.training.registration.TicketTries;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.form.Form;

/** What who follows a secret link says of the session. */
@Path(AfterPages.ROOT)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class TicketOpinionPages {

    @Inject
    private Guests guests;

    @Inject
    private TicketTries tries;

    @Inject
    private OpinionSheets sheets;

    @GET
    @Path("feedback")
    @Access(Access.Who.ANYONE)
    public JteModel feedback(@PathParam("token") String token) {
        return sheets.page(guests.open(token));
    }

    @POST
    @Path("feedback")
    @Access(value = Access.Who.ANYONE, limit = Limit.TICKET, body = 32768, audited = true)
    public Response give(@PathParam("token") String token, Form form) {
        tries.take(token);
        return sheets.give(guests.open(token), form);
    }
}
