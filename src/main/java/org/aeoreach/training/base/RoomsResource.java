package org.aeoreach.training.base;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.web.Access;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** One room over REST. */
@Path("/api/v1/training-rooms")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class RoomsResource {

    static final String PATH = "/api/v1/training-rooms/";

    @Inject
    private TrainingRooms rooms;

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(Access.Who.OFFICERS)
    @APIResponseSchema(RoomView.class)
    public Response get(@PathParam("id") long id) {
        return tagged(id);
    }

    @PUT
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.WRITE_SUBTREE, body = 16_384, audited = true)
    @APIResponseSchema(RoomView.class)
    public Response change(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewRoom wanted) {
        rooms.change(id, Versions.required(ifMatch), wanted);
        return tagged(id);
    }

    @POST
    @Path("{id: [0-9]{1,18}}/closing")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.WRITE_SUBTREE, audited = true)
    @APIResponseSchema(RoomView.class)
    public Response close(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        rooms.close(id, Versions.required(ifMatch), true);
        return tagged(id);
    }

    @POST
    @Path("{id: [0-9]{1,18}}/reopening")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.WRITE_SUBTREE, audited = true)
    @APIResponseSchema(RoomView.class)
    public Response reopen(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        rooms.close(id, Versions.required(ifMatch), false);
        return tagged(id);
    }

    private Response tagged(long id) {
        RoomView room = rooms.get(id);
        return Response.ok(room).tag(Versions.tag(room.version())).build();
    }
}
