package org.aeoreach.training.base;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Bases and the rooms they have, over REST. */
@Path("/api/v1/training-bases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class BasesResource {

    private static final String PATH = "/api/v1/training-bases/";
    private static final int TEXT = 32_768;

    @Inject
    private Bases bases;

    @Inject
    private TrainingRooms rooms;

    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Slice<BaseView> list(@BeanParam Paging paging) {
        return bases.list(paging.afterId(0), paging.limit());
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(Access.Who.OFFICERS)
    @APIResponseSchema(BaseView.class)
    public Response get(@PathParam("id") long id) {
        return tagged(id);
    }

    @POST
    @Access(value = Access.Who.OUTREACH_OFFICERS, body = TEXT, audited = true)
    @APIResponseSchema(value = BaseView.class, responseCode = "201")
    public Response add(@NotNull @Valid NewBase wanted) {
        BaseView made = bases.get(bases.add(wanted));
        return Versions.created(PATH + made.id(), made, made.version());
    }

    @PUT
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.WRITE_SUBTREE, body = TEXT, audited = true)
    @APIResponseSchema(BaseView.class)
    public Response change(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewBase wanted) {
        bases.change(id, Versions.required(ifMatch), wanted);
        return tagged(id);
    }

    /** Takes it out of use, its rooms with it. */
    @POST
    @Path("{id: [0-9]{1,18}}/closing")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.WRITE_SUBTREE, audited = true)
    @APIResponseSchema(BaseView.class)
    public Response close(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        bases.close(id, Versions.required(ifMatch), true);
        return tagged(id);
    }

    @POST
    @Path("{id: [0-9]{1,18}}/reopening")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.WRITE_SUBTREE, audited = true)
    @APIResponseSchema(BaseView.class)
    public Response reopen(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        bases.close(id, Versions.required(ifMatch), false);
        return tagged(id);
    }

    /** At most 200, closed ones last. */
    @GET
    @Path("{id: [0-9]{1,18}}/rooms")
    @Access(Access.Who.OFFICERS)
    public Slice<RoomView> rooms(@PathParam("id") long id) {
        bases.get(id);
        return new Slice<>(rooms.of(id), null);
    }

    @POST
    @Path("{id: [0-9]{1,18}}/rooms")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.WRITE_SUBTREE, body = TEXT, audited = true)
    @APIResponseSchema(value = RoomView.class, responseCode = "201")
    public Response addRoom(@PathParam("id") long id, @NotNull @Valid NewRoom wanted) {
        RoomView made = rooms.get(rooms.add(id, wanted));
        return Versions.created(RoomsResource.PATH + made.id(), made, made.version());
    }

    private Response tagged(long id) {
        BaseView base = bases.get(id);
        return Response.ok(base).tag(Versions.tag(base.version())).build();
    }
}
