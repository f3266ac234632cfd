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

/** Of which enterprise somebody is who was there, for programs of officers. */
@Path("/api/v1/training-attendances/{attendance: [0-9]{1,18}}/enterprise")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AttendedEmployerResource {

    @Inject
    private Employers employers;

    /** Says it, before attendance is closed or after. */
    @PUT
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Whom say(@PathParam("attendance") long id, @NotNull @Valid Employers.Said said) {
        return employers.say(employers.attended(id), said.enterprise());
    }
}
