package org.aeoreach.training.after;

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
import org.aeoreach.web.Access;
import org.aeoreach.web.form.Form;

/** Who is signed in says why he did not come. */
@Path(AfterPages.OWN + "/absence")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class MyAbsencePages {

    @Inject
    private Guests guests;

    @Inject
    private AbsenceSheets absences;

    @GET
    @Access(value = Access.Who.SIGNED_IN, reach = Access.Reach.OWN)
    public JteModel absence(@PathParam("registration") long id) {
        return absences.page(guests.own(id));
    }

    @POST
    @Access(value = Access.Who.SIGNED_IN, reach = Access.Reach.OWN, body = 8192, audited = true)
    public Response say(@PathParam("registration") long id, Form form) {
        return absences.say(guests.own(id), form);
    }
}
