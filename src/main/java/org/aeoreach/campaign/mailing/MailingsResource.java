package org.aeoreach.campaign.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.aeoreach.scope.Role;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Mailings over REST. */
@Path("/api/v1/campaigns/{id: [0-9]{1,18}}/mailings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MailingsResource {

    private static final String ONE = "{mailing: [0-9]{1,18}}";

    @Inject
    private Mailings mailings;

    @Inject
    private MailingSteps steps;

    @Inject
    private MailingTargets targets;

    @Inject
    private MailingPreviews previews;

    /** The newest 200. */
    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE_AND_ABOVE)
    public List<MailingView> list(@PathParam("id") long id) {
        return mailings.of(id);
    }

    @POST
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR},
            reach = Access.Reach.SUBTREE_AND_ABOVE,
            audited = true)
    @APIResponseSchema(value = MailingView.class, responseCode = "201")
    public Response create(@PathParam("id") long id, @NotNull @Valid Mailing mailing) {
        MailingView made = steps.create(id, mailing);
        return Versions.created("/api/v1/campaigns/" + id + "/mailings/" + made.id(), made, made.version());
    }

    @GET
    @Path(ONE)
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    @APIResponseSchema(MailingView.class)
    public Response get(@PathParam("id") long id, @PathParam("mailing") long mailing) {
        return tagged(mailings.get(id, mailing));
    }

    /** Whom it is for as things stand, those left out with the reason. */
    @GET
    @Path(ONE + "/recipients")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public Slice<MailingTargets.Recipient> recipients(
            @PathParam("id") long id, @PathParam("mailing") long mailing, @BeanParam Paging paging) {
        return targets.recipients(mailings.get(id, mailing), paging.afterId(0), paging.limit());
    }

    /** How its letters read, by audience and language. */
    @GET
    @Path(ONE + "/previews")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public List<MailingPreviews.Preview> previews(@PathParam("id") long id, @PathParam("mailing") long mailing) {
        return previews.of(mailings.get(id, mailing));
    }

    /** What became of each letter, and which enterprises got none. */
    @GET
    @Path(ONE + "/letters")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public Slice<MailingTargets.Sent> letters(
            @PathParam("id") long id, @PathParam("mailing") long mailing, @BeanParam Paging paging) {
        return targets.letters(mailings.get(id, mailing), paging.afterId(0), paging.limit());
    }

    /** The letter to one contact person: the one in the outbox, or as it would be written now. */
    @GET
    @Path(ONE + "/letters/{person: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public MailingPreviews.Preview letter(
            @PathParam("id") long id, @PathParam("mailing") long mailing, @PathParam("person") long person) {
        return previews.to(mailings.get(id, mailing), person);
    }

    /** Sends a letter of it to whoever asks. */
    @POST
    @Path(ONE + "/trial")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR},
            reach = Access.Reach.SUBTREE,
            limit = Limit.PUBLIC_FORM,
            audited = true)
    public void trial(
            @PathParam("id") long id,
            @PathParam("mailing") long mailing,
            MailingPreviews.@NotNull @Valid Trial wanted) {
        previews.trial(id, mailing, wanted);
    }

    /** Deletes a draft for good. */
    @DELETE
    @Path(ONE)
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR},
            reach = Access.Reach.SUBTREE,
            audited = true)
    public void discard(
            @PathParam("id") long id,
            @PathParam("mailing") long mailing,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        steps.discard(id, mailing, Versions.required(ifMatch));
    }

    @PUT
    @Path(ONE)
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR},
            reach = Access.Reach.SUBTREE,
            audited = true)
    @APIResponseSchema(MailingView.class)
    public Response change(
            @PathParam("id") long id,
            @PathParam("mailing") long mailing,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Mailing wanted) {
        return tagged(steps.change(id, mailing, Versions.required(ifMatch), wanted));
    }

    @POST
    @Path(ONE + "/submission")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR},
            reach = Access.Reach.SUBTREE,
            audited = true)
    @APIResponseSchema(MailingView.class)
    public Response submit(
            @PathParam("id") long id,
            @PathParam("mailing") long mailing,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(steps.submit(id, mailing, Versions.required(ifMatch)));
    }

    @POST
    @Path(ONE + "/approval")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR},
            reach = Access.Reach.SUBTREE,
            audited = true)
    @APIResponseSchema(MailingView.class)
    public Response approve(
            @PathParam("id") long id,
            @PathParam("mailing") long mailing,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(steps.approve(id, mailing, Versions.required(ifMatch)));
    }

    @POST
    @Path(ONE + "/return")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR},
            reach = Access.Reach.SUBTREE,
            audited = true)
    @APIResponseSchema(MailingView.class)
    public Response giveBack(
            @PathParam("id") long id,
            @PathParam("mailing") long mailing,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            Mailing.@NotNull @Valid Reason reason) {
        return tagged(steps.giveBack(id, mailing, Versions.required(ifMatch), reason));
    }

    @POST
    @Path(ONE + "/withdrawal")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR},
            reach = Access.Reach.SUBTREE,
            audited = true)
    @APIResponseSchema(MailingView.class)
    public Response withdraw(
            @PathParam("id") long id,
            @PathParam("mailing") long mailing,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            Mailing.@NotNull @Valid Reason reason) {
        return tagged(steps.withdraw(id, mailing, Versions.required(ifMatch), reason));
    }

    @POST
    @Path(ONE + "/resumption")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR},
            reach = Access.Reach.SUBTREE,
            audited = true)
    @APIResponseSchema(MailingView.class)
    public Response resume(
            @PathParam("id") long id,
            @PathParam("mailing") long mailing,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(steps.resume(id, mailing, Versions.required(ifMatch)));
    }

    private static Response tagged(MailingView mailing) {
        return Response.ok(mailing).tag(Versions.tag(mailing.version())).build();
    }
}
