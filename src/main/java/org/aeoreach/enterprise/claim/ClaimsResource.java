package org.aeoreach.enterprise.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.web.Access;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Claims of enterprise accounts as the houses decide them, over REST. */
@Path("/api/v1/enterprises")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ClaimsResource {

    @Inject
    private HouseClaims claims;

    /** The newest first. */
    @GET
    @Path("claims")
    @Access(value = Access.Who.OFFICERS)
    public Slice<ClaimView> list(
            @QueryParam("status") ClaimView.@Nullable Status status,
            @QueryParam("enterprise") @Nullable Long enterprise,
            @BeanParam Paging paging) {
        return claims.list(status, enterprise, paging.afterId(Long.MAX_VALUE), paging.limit());
    }

    @GET
    @Path("claims/{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    @APIResponseSchema(ClaimView.class)
    public Response get(@PathParam("id") long id) {
        return tagged(claims.get(id));
    }

    /** Confirms or refuses, with how identity was checked. */
    @PUT
    @Path("claims/{id: [0-9]{1,18}}/decision")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(ClaimView.class)
    public Response decide(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid HouseClaims.Decision decision) {
        return tagged(claims.decide(id, Versions.required(ifMatch), decision));
    }

    private static Response tagged(ClaimView claim) {
        return Response.ok(claim).tag(Versions.tag(claim.version())).build();
    }
}
