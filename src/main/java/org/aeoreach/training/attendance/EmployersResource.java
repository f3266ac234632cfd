package org.aeoreach.training.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.web.Access;
import org.jspecify.annotations.Nullable;

/** Of which enterprise attendees are, for programs of officers. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EmployersResource {

    @Inject
    private Employers employers;

    /** @param enterprise its number; null: none that is known */
    public record Said(@Nullable @Positive Long enterprise) {}

    @PUT
    @Path("training-registrations/{registration: [0-9]{1,18}}/enterprise")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Whom registered(@PathParam("registration") long id, @NotNull @Valid Said said) {
        return employers.say(employers.registered(id), said.enterprise());
    }

    @PUT
    @Path("training-attendances/{attendance: [0-9]{1,18}}/enterprise")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Whom attended(@PathParam("attendance") long id, @NotNull @Valid Said said) {
        return employers.say(employers.attended(id), said.enterprise());
    }
}
