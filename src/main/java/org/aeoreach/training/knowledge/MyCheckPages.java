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
import org.aeoreach.web.Access;
import org.aeoreach.web.form.Form;

/** The check of who is signed in: its questions, then his result. */
@Path(AfterPages.OWN + "/check")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class MyCheckPages {

    @Inject
    private Guests guests;

    @Inject
    private CheckSheets sheets;

    @GET
    @Access(value = Access.Who.SIGNED_IN, reach = Access.Reach.OWN)
    public JteModel check(@PathParam("registration") long id) {
        return sheets.page(guests.own(id));
    }

    @POST
    @Access(value = Access.Who.SIGNED_IN, reach = Access.Reach.OWN, body = 16384, audited = true)
    public Response give(@PathParam("registration") long id, Form form) {
        return sheets.give(guests.own(id), form);
    }
}
