package org.aeoreach.enquiry.passing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.web.Access;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Passing enquiries on over REST, and the way they took. */
@Path("/api/v1/enquiries/{id: [0-9]{1,18}}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class PassResource {

    private static final int BODY = 262_144;

    @Inject
    private Passes passes;

    @Inject
    private Steps steps;

    @GET
    @Path("steps")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public List<StepView> steps(@PathParam("id") long id) {
        return steps.of(id);
    }

    @POST
    @Path("pass-up")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = BODY, audited = true)
    @APIResponseSchema(EnquiryView.class)
    public Response up(
            @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid PassUp pass) {
        return tagged(passes.up(id, Versions.required(ifMatch), pass));
    }

    @POST
    @Path("pass-down")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = BODY, audited = true)
    @APIResponseSchema(EnquiryView.class)
    public Response down(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid PassDown pass) {
        return tagged(passes.down(id, Versions.required(ifMatch), pass));
    }

    /** Nothing comes back: who passes it over may not see it any more. */
    @POST
    @Path("transfer")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = BODY, audited = true)
    public Response transfer(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Transfer transfer) {
        passes.transfer(id, Versions.required(ifMatch), transfer);
        return Response.noContent().build();
    }

    private static Response tagged(EnquiryView enquiry) {
        return Response.ok(enquiry).tag(Versions.tag(enquiry.version())).build();
    }
}
