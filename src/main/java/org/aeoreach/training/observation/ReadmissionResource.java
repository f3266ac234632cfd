package org.aeoreach.training.observation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.training.registration.RegistrationView;
import org.aeoreach.web.Access;

/** Letting an observer in anew, for programs of officers. */
@Path("/api/v1/training-registrations/{registration: [0-9]{1,18}}/readmission")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ReadmissionResource {

    @Inject
    private Observers observers;

    /** On another device. */
    @POST
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    public RegistrationView readmit(@PathParam("registration") long id) {
        return observers.readmit(id);
    }
}
