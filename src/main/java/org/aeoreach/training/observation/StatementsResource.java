package org.aeoreach.training.observation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.aeoreach.scope.Role;
import org.aeoreach.web.Access;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The statement of those who observe, for programs of officers. */
@Path("/api/v1/training-statements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class StatementsResource {

    @Inject
    private Statements statements;

    /** The newest first. */
    @GET
    @Access(Access.Who.OFFICERS)
    public List<StatementView> statements() {
        return statements.all();
    }

    @POST
    @Access(roles = Role.GACC_OFFICER, body = 65_536, audited = true)
    @APIResponseSchema(value = StatementView.class, responseCode = "201")
    public Response word(@NotNull @Valid NewStatement wanted) {
        return Response.status(201).entity(statements.add(wanted)).build();
    }
}
