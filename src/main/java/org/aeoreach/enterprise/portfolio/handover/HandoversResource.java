package org.aeoreach.enterprise.portfolio.handover;

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
import java.net.URI;
import org.aeoreach.web.Access;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Portfolios passed on, over REST. */
@Path("/api/v1/handovers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class HandoversResource {

    @Inject
    private Handovers handovers;

    /** A handover and a page of its enterprises with their briefs. */
    public record Detail(HandoverView handover, Slice<HandoverView.Item> items) {}

    @GET
    @Access(value = Access.Who.OFFICERS)
    public Slice<HandoverView> list(@BeanParam Paging paging) {
        return handovers.list(paging.afterId(Long.MAX_VALUE), paging.limit());
    }

    /** A large one is only begun: 202, and its job tells how far it is. */
    @POST
    @Access(value = Access.Who.WORKING_OFFICERS, audited = true)
    @APIResponseSchema(value = HandoverView.class, responseCode = "201")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = HandoverView.class)))
    public Response make(@NotNull @Valid Handovers.Order order) {
        HandoverView made = handovers.make(order);
        String address = "/api/v1/handovers/" + made.id();
        return made.working() ? begun(made) : Versions.created(address, made, made.version());
    }

    private static Response begun(HandoverView view) {
        return Response.accepted(view)
                .location(URI.create("/api/v1/handovers/" + view.id()))
                .tag(Versions.tag(view.version()))
                .build();
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    @APIResponseSchema(Detail.class)
    public Response get(@PathParam("id") long id, @BeanParam Paging paging) {
        HandoverView view = handovers.get(id);
        return Response.ok(new Detail(view, handovers.items(id, paging.afterId(0), paging.limit())))
                .tag(Versions.tag(view.version()))
                .build();
    }

    /** Gives all of it back, or nothing; a large one is only begun, 202. */
    @POST
    @Path("{id: [0-9]{1,18}}/undo")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(HandoverView.class)
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = HandoverView.class)))
    public Response undo(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        HandoverView undone = handovers.undo(id, Versions.required(ifMatch));
        return undone.working()
                ? begun(undone)
                : Response.ok(undone).tag(Versions.tag(undone.version())).build();
    }
}
