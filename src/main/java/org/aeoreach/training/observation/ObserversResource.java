package org.aeoreach.training.observation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.aeoreach.scope.Role;
import org.aeoreach.training.registration.RegistrationView;
import org.aeoreach.web.Access;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What officers do about who observes, and the statement, for programs. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ObserversResource {

    @Inject
    private Observers observers;

    @Inject
    private Statements statements;

    /** Lets somebody in on another device. */
    @POST
    @Path("training-registrations/{registration: [0-9]{1,18}}/readmission")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    public RegistrationView readmit(@PathParam("registration") long id) {
        return observers.readmit(id);
    }

    /** The newest first. */
    @GET
    @Path("training-statements")
    @Access(Access.Who.OFFICERS)
    public List<StatementView> statements() {
        return statements.all();
    }

    @POST
    @Path("training-statements")
    @Access(roles = Role.GACC_OFFICER, body = 65_536, audited = true)
    @APIResponseSchema(value = StatementView.class, responseCode = "201")
    public Response word(@NotNull @Valid NewStatement wanted) {
        return Response.status(201).entity(statements.add(wanted)).build();
    }
}
