package org.aeoreach.enterprise.transfer;

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
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Requests for transfers over REST. */
@Path("/api/v1/transfer-requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TransferRequestsResource {

    @Inject
    private TransferRequests requests;

    @Inject
    private AnswerTransferRequest answers;

    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Slice<TransferRequestView> list(@BeanParam Paging paging) {
        return requests.list(paging.afterId(0), paging.limit());
    }

    @POST
    @Access(value = Access.Who.WORKING_OFFICERS, limit = Limit.CODE, body = 8192, audited = true)
    @APIResponseSchema(value = TransferRequestView.class, responseCode = "201")
    public Response ask(@NotNull @Valid TransferRequests.Wanted wanted) {
        TransferRequestView made = requests.ask(wanted);
        return Response.created(URI.create("/api/v1/transfer-requests/" + made.id()))
                .entity(made)
                .tag(Versions.tag(made.version()))
                .build();
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    @APIResponseSchema(TransferRequestView.class)
    public Response get(@PathParam("id") long id) {
        return tagged(requests.get(id));
    }

    /** Carries the transfer out; 204, since the enterprise may be out of reach afterwards. */
    @POST
    @Path("{id: [0-9]{1,18}}/acceptance")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public void accept(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid AnswerTransferRequest.Acceptance acceptance) {
        answers.accept(id, Versions.required(ifMatch), acceptance);
    }

    @POST
    @Path("{id: [0-9]{1,18}}/refusal")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    @APIResponseSchema(TransferRequestView.class)
    public Response refuse(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid AnswerTransferRequest.Refusal refusal) {
        return tagged(answers.refuse(id, Versions.required(ifMatch), refusal));
    }

    @POST
    @Path("{id: [0-9]{1,18}}/withdrawal")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    @APIResponseSchema(TransferRequestView.class)
    public Response withdraw(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(answers.withdraw(id, Versions.required(ifMatch)));
    }

    private static Response tagged(TransferRequestView request) {
        return Response.ok(request).tag(Versions.tag(request.version())).build();
    }
}
