package org.aeoreach.training.conference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.scope.Right;
import org.aeoreach.scope.Role;
import org.aeoreach.training.registration.RegistrationStatus;
import org.aeoreach.training.registration.Registrations;
import org.aeoreach.web.Access;

/** Break-outs of a delegate, for programs of his enterprise. */
@Path("/api/v1/portal/training-registrations/{registration: [0-9]{1,18}}/breakouts/{part: [0-9]{1,18}}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MyProgrammeResource {

    @Inject
    private Registrations registrations;

    @Inject
    private Choices choices;

    /** What became of it. */
    public record Outcome(RegistrationStatus status) {}

    @POST
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.REGISTER, reach = Access.Reach.ENTERPRISE, audited = true)
    public Outcome choose(@PathParam("registration") long id, @PathParam("part") long part) {
        return new Outcome(choices.choose(Choices.Delegate.of(registrations.get(id)), part, true));
    }

    @DELETE
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.REGISTER, reach = Access.Reach.ENTERPRISE, audited = true)
    public void leave(@PathParam("registration") long id, @PathParam("part") long part) {
        choices.choose(Choices.Delegate.of(registrations.get(id)), part, false);
    }
}
