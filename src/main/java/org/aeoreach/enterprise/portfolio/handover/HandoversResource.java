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
import java.util.List;
import org.aeoreach.web.Access;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
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

    /** A handover and its enterprises with their briefs. */
    public record Detail(HandoverView handover, List<HandoverView.Item> items) {}

    @GET
    @Access(value = Access.Who.OFFICERS)
    public Slice<HandoverView> list(@BeanParam Paging paging) {
        return handovers.list(paging.afterId(Long.MAX_VALUE), paging.limit());
    }

    @POST
    @Access(value = Access.Who.WORKING_OFFICERS, audited = true)
    @APIResponseSchema(value = HandoverView.class, responseCode = "201")
    public Response make(@NotNull @Valid Handovers.Order order) {
        HandoverView made = handovers.make(order);
        return Versions.created("/api/v1/handovers/" + made.id(), made, made.version());
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    @APIResponseSchema(Detail.class)
    public Response get(@PathParam("id") long id) {
        HandoverView view = handovers.get(id);
        return Response.ok(new Detail(view, handovers.items(id)))
                .tag(Versions.tag(view.version()))
                .build();
    }

    /** Gives all of it back, or nothing. */
    @POST
    @Path("{id: [0-9]{1,18}}/undo")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(HandoverView.class)
    public Response undo(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        HandoverView undone = handovers.undo(id, Versions.required(ifMatch));
        return Response.ok(undone).tag(Versions.tag(undone.version())).build();
    }
}
