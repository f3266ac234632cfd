package org.aeoreach.enquiry.recheck;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Second looks at answers over REST. */
@Path("/api/v1/enquiry-rechecks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class RechecksResource {

    @Inject
    private Rechecks rechecks;

    /** Answers that wait for a second look. */
    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Slice<RecheckView> list(@BeanParam Paging paging) {
        return rechecks.open(paging.afterId(0), paging.limit());
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    @APIResponseSchema(RecheckView.class)
    public Response get(@PathParam("id") long id) {
        return tagged(rechecks.get(id));
    }

    @PUT
    @Path("{id: [0-9]{1,18}}/decision")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 262_144, audited = true)
    @APIResponseSchema(RecheckView.class)
    public Response decide(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid RecheckDecision decision) {
        return tagged(rechecks.decide(id, Versions.required(ifMatch), decision));
    }

    private static Response tagged(RecheckView recheck) {
        return Response.ok(recheck).tag(Versions.tag(recheck.version())).build();
    }
}
