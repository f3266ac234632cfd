package org.aeoreach.enquiry.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.web.Access;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What is said to askers, over REST. */
@Path("/api/v1/enquiries/{id: [0-9]{1,18}}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AnswerResource {

    @Inject
    private Answers answers;

    @Inject
    private TakeBack takeBack;

    @Inject
    private Closing closing;

    /** Goes out after half a minute. */
    @POST
    @Path("answer")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    public Answers.Sent answer(
            @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Reply reply) {
        return answers.answer(id, Versions.required(ifMatch), reply);
    }

    /** Asks the asker for what is missing; the clocks stand until he writes. */
    @POST
    @Path("request")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    public Answers.Sent askBack(
            @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Reply reply) {
        return answers.askBack(id, Versions.required(ifMatch), reply);
    }

    @POST
    @Path("messages/{message: [0-9]{1,18}}/undo")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(EnquiryView.class)
    public Response undo(@PathParam("id") long id, @PathParam("message") long message) {
        return tagged(takeBack.undo(id, message));
    }

    @POST
    @Path("closing")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(EnquiryView.class)
    public Response close(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Closing.Reason why) {
        return tagged(closing.close(id, Versions.required(ifMatch), why));
    }

    @POST
    @Path("reopening")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(EnquiryView.class)
    public Response reopen(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Closing.Reason why) {
        return tagged(closing.reopen(id, Versions.required(ifMatch), why));
    }

    private static Response tagged(EnquiryView enquiry) {
        return Response.ok(enquiry).tag(Versions.tag(enquiry.version())).build();
    }
}
