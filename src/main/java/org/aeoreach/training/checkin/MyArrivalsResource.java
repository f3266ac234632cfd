package org.aeoreach.training.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.scope.Right;
import org.aeoreach.scope.Role;
import org.aeoreach.training.registration.RegistrationView;
import org.aeoreach.training.registration.Registrations;
import org.aeoreach.web.Access;

/** Checking people of one's enterprise in, for programs of enterprises. */
@Path("/api/v1/portal")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MyArrivalsResource {

    @Inject
    private SelfCheckIn arrivals;

    @Inject
    private Registrations registrations;

    /** He is there, by the code shown in the room. */
    @POST
    @Path("training-registrations/{registration: [0-9]{1,18}}/arrival")
    @Access(
            roles = Role.ENTERPRISE_USER,
            rights = Right.REGISTER,
            reach = Access.Reach.ENTERPRISE,
            body = 1024,
            audited = true)
    public RegistrationView arrive(@PathParam("registration") long id, @NotNull @Valid TypedCode typed) {
        RegistrationView registration = registrations.get(id);
        arrivals.arrive(new SelfCheckIn.Who(null, id), typed);
        return registration;
    }
}
