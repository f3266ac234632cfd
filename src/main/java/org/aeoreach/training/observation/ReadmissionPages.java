package org.aeoreach.training.observation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.training.registration.RegistrationView;
import org.aeoreach.web.Access;
import org.aeoreach.web.form.Forms;

/** Letting an observer in anew. */
@Path("/desk/trainings/registrations/{registration: [0-9]{1,18}}/readmission")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class ReadmissionPages {

    @Inject
    private Observers observers;

    @Inject
    private Forms forms;

    @POST
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response readmit(@PathParam("registration") long id) {
        RegistrationView seen = observers.readmit(id);
        return forms.done("/desk/trainings/" + seen.session() + "/observers", "observation.done.readmitted");
    }
}
