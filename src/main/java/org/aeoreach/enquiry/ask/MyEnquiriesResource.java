package org.aeoreach.enquiry.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.aeoreach.enquiry.answer.Ratings;
import org.aeoreach.scope.Right;
import org.aeoreach.scope.Role;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The questions of the enterprise the person acts for, over REST. */
@Path("/api/v1/portal/enquiries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MyEnquiriesResource {

    private static final String HOME = "/api/v1/portal/enquiries/";

    @Inject
    private Asking asking;

    @Inject
    private MyEnquiries enquiries;

    @Inject
    private MyRatings ratings;

    @Inject
    private Sharing sharing;

    /** The newest first. */
    @GET
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.ASK)
    public Slice<AskedView> list(@BeanParam Paging paging) {
        return enquiries.list(paging);
    }

    /** Asks; it has its number at once. */
    @POST
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.ASK, limit = Limit.ENQUIRY, audited = true)
    @APIResponseSchema(value = MyEnquiries.Read.class, responseCode = "201")
    public Response ask(@NotNull @Valid Asking.Question question) {
        long id = asking.ask(question, Attachments.Batch.none()).id();
        return Response.created(URI.create(HOME + id)).entity(enquiries.get(id)).build();
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.ASK, reach = Access.Reach.ENTERPRISE)
    public MyEnquiries.Read get(@PathParam("id") long id) {
        return enquiries.get(id);
    }

    /** What who asked it thinks of the answer, once, when it is closed. */
    @POST
    @Path("{id: [0-9]{1,18}}/rating")
    @Access(
            roles = Role.ENTERPRISE_USER,
            rights = Right.ASK,
            reach = Access.Reach.ENTERPRISE,
            body = 16384,
            audited = true)
    public MyEnquiries.Read rate(@PathParam("id") long id, @NotNull @Valid Ratings.Rating rating) {
        ratings.rate(enquiries.get(id).enquiry(), rating);
        return enquiries.get(id);
    }

    /** Whether the users of the enterprise see each other's questions. */
    @GET
    @Path("sharing")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.ASK)
    @APIResponseSchema(Sharing.Standing.class)
    public Response sharing() {
        return tagged(sharing.get());
    }

    @PUT
    @Path("sharing")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.ADMINISTER, body = 4096, audited = true)
    @APIResponseSchema(Sharing.Standing.class)
    public Response share(@HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Sharing.Choice choice) {
        return tagged(sharing.set(Versions.required(ifMatch), choice));
    }

    private static Response tagged(Sharing.Standing standing) {
        return Response.ok(standing).tag(Versions.tag(standing.version())).build();
    }

    /** Adds words; what was closed more than 30 days ago goes on as a new enquiry, which the answer shows. */
    @POST
    @Path("{id: [0-9]{1,18}}/messages")
    @Access(
            roles = Role.ENTERPRISE_USER,
            rights = Right.ASK,
            reach = Access.Reach.ENTERPRISE,
            limit = Limit.ENQUIRY,
            audited = true)
    public MyEnquiries.Read add(@PathParam("id") long id, @NotNull @Valid Asking.Words words) {
        AskedView enquiry = enquiries.get(id).enquiry();
        return enquiries.get(
                asking.add(enquiry, words, Attachments.Batch.none()).enquiryId());
    }
}
