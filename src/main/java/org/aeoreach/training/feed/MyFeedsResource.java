package org.aeoreach.training.feed;

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
import org.aeoreach.scope.Right;
import org.aeoreach.scope.Role;
import org.aeoreach.web.Access;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Secret links to the trainings of the enterprise, for programs. */
@Path("/api/v1/portal/training-feeds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MyFeedsResource {

    @Inject
    private MyFeeds feeds;

    @GET
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.REGISTER)
    public List<TrainingFeed> mine() {
        return feeds.mine();
    }

    /** The address is in this answer only. */
    @POST
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.REGISTER, body = 4096, audited = true, tokens = false)
    @APIResponseSchema(value = MadeTrainingFeed.class, responseCode = "201")
    public Response make(@NotNull @Valid NewTrainingFeed wanted) {
        return Response.status(201).entity(feeds.make(wanted)).build();
    }

    @POST
    @Path("{feed: [0-9]{1,18}}/revocation")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.REGISTER, reach = Access.Reach.OWN, audited = true)
    public TrainingFeed revoke(@PathParam("feed") long id) {
        return feeds.revoke(id);
    }
}
