package org.aeoreach.training.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.web.Access;

/** Of which enterprise somebody is who registered, for programs of officers. */
@Path("/api/v1/training-registrations/{registration: [0-9]{1,18}}/enterprise")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class RegisteredEmployerResource {

    @Inject
    private Employers employers;

    /** Says it, before attendance is closed or after. */
    @PUT
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Whom say(@PathParam("registration") long id, @NotNull @Valid Employers.Said said) {
        return employers.say(employers.registered(id), said.enterprise());
    }
}
