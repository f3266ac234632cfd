package org.aeoreach.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Enterprises of the viewer's unit and below, over REST. */
@Path("/api/v1/enterprises")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EnterprisesResource {

    @Inject
    private Enterprises enterprises;

    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Slice<EnterpriseView> list(@QueryParam("q") @DefaultValue("") String text, @BeanParam Paging paging) {
        return enterprises.list(text.strip(), paging.afterId(0), paging.limit());
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    @APIResponseSchema(EnterpriseView.class)
    public Response get(@PathParam("id") long id) {
        return tagged(enterprises.standing(id));
    }

    /** Nobody acts for the enterprise from now on. */
    @POST
    @Path("{id: [0-9]{1,18}}/suspension")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(EnterpriseView.class)
    public Response suspend(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Enterprises.Reason reason) {
        return tagged(enterprises.suspend(id, Versions.required(ifMatch), reason));
    }

    @POST
    @Path("{id: [0-9]{1,18}}/resumption")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(EnterpriseView.class)
    public Response resume(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Enterprises.Reason reason) {
        return tagged(enterprises.resume(id, Versions.required(ifMatch), reason));
    }

    private static Response tagged(EnterpriseView enterprise) {
        return Response.ok(enterprise).tag(Versions.tag(enterprise.version())).build();
    }
}
