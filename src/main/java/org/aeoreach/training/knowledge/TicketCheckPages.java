package org.aeoreach.training.knowledge;

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

/** The check of who follows a secret link: its questions, then his result. */
@Path(AfterPages.ROOT)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class TicketCheckPages {

    @Inject
    private Guests guests;

    @Inject
    private TicketTries tries;

    @Inject
    private CheckSheets sheets;

    @GET
    @Path("check")
    @Access(Access.Who.ANYONE)
    public JteModel check(@PathParam("token") String token) {
        return sheets.page(guests.open(token));
    }

    @POST
    @Path("check")
    @Access(value = Access.Who.ANYONE, limit = Limit.TICKET, body = 16384, audited = true)
    public Response give(@PathParam("token") String token, Form form) {
        tries.take(token);
        return sheets.give(guests.open(token), form);
    }
}
