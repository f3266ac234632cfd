package org.aeoreach.enterprise.portfolio;

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

/** Who looks after which enterprise, over REST. */
@Path("/api/v1/coordinations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class CoordinationsResource {

    @Inject
    private Coordinations coordinations;

    @Inject
    private Tiers tiers;

    /** Those of one enterprise. */
    @GET
    @Path("enterprise/{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public List<CoordinationView> current(@PathParam("id") long id) {
        return coordinations.current(id);
    }

    @GET
    @Path("enterprise/{id: [0-9]{1,18}}/past")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public Slice<CoordinationView> past(@PathParam("id") long id, @BeanParam Paging paging) {
        coordinations.current(id);
        return coordinations.past(id, paging.afterId(Long.MAX_VALUE), paging.limit());
    }

    /** Gives up to 500 enterprises to an officer from today on. */
    @POST
    @Access(value = Access.Who.WORKING_OFFICERS, audited = true)
    public Coordinations.Assigned assign(@NotNull @Valid Coordinations.Assignment assignment) {
        return coordinations.assign(assignment);
    }

    /** Gives up to 500 enterprises a tier. */
    @POST
    @Path("tiers")
    @Access(value = Access.Who.WORKING_OFFICERS, audited = true)
    public Tiers.Tiered tier(@NotNull @Valid Tiers.Tiering tiering) {
        return tiers.set(tiering);
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    @APIResponseSchema(CoordinationView.class)
    public Response get(@PathParam("id") long id) {
        return tagged(coordinations.get(id));
    }

    @POST
    @Path("{id: [0-9]{1,18}}/end")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(CoordinationView.class)
    public Response end(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Coordinations.Ending ending) {
        return tagged(coordinations.end(id, Versions.required(ifMatch), ending));
    }

    private static Response tagged(CoordinationView view) {
        return Response.ok(view).tag(Versions.tag(view.version())).build();
    }
}
