package org.aeoreach.outreach.broadcast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.web.Access;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Contacts with people nobody can name, over REST. */
@Path("/api/v1/broadcasts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class BroadcastsResource {

    @Inject
    private Broadcasts broadcasts;

    @GET
    @Access(Access.Who.OFFICERS)
    public Slice<BroadcastView> list(@BeanParam Paging paging) {
        return broadcasts.list(paging.afterId(Long.MAX_VALUE), paging.limit());
    }

    @POST
    @Access(value = Access.Who.WORKING_OFFICERS, audited = true)
    @APIResponseSchema(value = BroadcastView.class, responseCode = "201")
    public Response record(@NotNull @Valid Broadcasts.Broadcast broadcast) {
        BroadcastView made = broadcasts.record(broadcast);
        return Versions.created("/api/v1/broadcasts/" + made.id(), made, made.version());
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    @APIResponseSchema(BroadcastView.class)
    public Response get(@PathParam("id") long id) {
        return tagged(broadcasts.get(id));
    }

    @POST
    @Path("{id: [0-9]{1,18}}/withdrawal")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(BroadcastView.class)
    public Response withdraw(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Broadcasts.Reason reason) {
        return tagged(broadcasts.withdraw(id, Versions.required(ifMatch), reason));
    }

    private static Response tagged(BroadcastView broadcast) {
        return Response.ok(broadcast).tag(Versions.tag(broadcast.version())).build();
    }
}
