package org.aeoreach.campaign.directive;

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
import org.aeoreach.campaign.CampaignView;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.scope.Role;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Campaigns over REST. */
@Path("/api/v1/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class CampaignsResource {

    private static final String ONE = "{id: [0-9]{1,18}}";

    @Inject
    private Campaigns campaigns;

    @Inject
    private Directives directives;

    @Inject
    private Issuing issuing;

    @Inject
    private Withdrawals withdrawals;

    @Inject
    private Rejudging rejudging;

    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Slice<Campaigns.Head> list(@BeanParam Paging paging) {
        return campaigns.list(paging.afterId(Long.MAX_VALUE), paging.limit());
    }

    @POST
    @Access(value = Access.Who.OUTREACH_OFFICERS, audited = true)
    @APIResponseSchema(value = CampaignView.class, responseCode = "201")
    public Response create(@NotNull @Valid Directive directive) {
        CampaignView made = directives.create(directive);
        return Versions.created("/api/v1/campaigns/" + made.id(), made, made.version());
    }

    @GET
    @Path(ONE)
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE_AND_ABOVE)
    @APIResponseSchema(CampaignView.class)
    public Response get(@PathParam("id") long id) {
        return tagged(campaigns.get(id));
    }

    @PUT
    @Path(ONE)
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(CampaignView.class)
    public Response change(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Directive directive) {
        return tagged(directives.change(id, Versions.required(ifMatch), directive));
    }

    @POST
    @Path(ONE + "/submission")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(CampaignView.class)
    public Response submit(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(directives.submit(id, Versions.required(ifMatch)));
    }

    @POST
    @Path(ONE + "/approval")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(CampaignView.class)
    public Response approve(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(issuing.approve(id, Versions.required(ifMatch)));
    }

    @POST
    @Path(ONE + "/freeze")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(CampaignView.class)
    public Response freezeAgain(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(issuing.freezeAgain(id, Versions.required(ifMatch)));
    }

    @POST
    @Path(ONE + "/draft")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(CampaignView.class)
    public Response backToDraft(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(issuing.backToDraft(id, Versions.required(ifMatch)));
    }

    @POST
    @Path(ONE + "/end")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(CampaignView.class)
    public Response end(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(directives.end(id, Versions.required(ifMatch)));
    }

    @POST
    @Path(ONE + "/return")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(CampaignView.class)
    public Response giveBack(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason reason) {
        return tagged(directives.giveBack(id, Versions.required(ifMatch), reason));
    }

    @POST
    @Path(ONE + "/withdrawal")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(CampaignView.class)
    public Response withdraw(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason reason) {
        return tagged(withdrawals.withdraw(id, Versions.required(ifMatch), reason));
    }

    @POST
    @Path(ONE + "/withdrawal/acknowledgement")
    @Access(
            roles = {Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR},
            reach = Access.Reach.SUBTREE_AND_ABOVE,
            audited = true)
    public CampaignView noteWithdrawal(@PathParam("id") long id) {
        return withdrawals.acknowledge(id);
    }

    @POST
    @Path(ONE + "/relevel")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(CampaignView.class)
    public Response relevel(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(rejudging.again(id, Versions.required(ifMatch)));
    }

    private static Response tagged(CampaignView campaign) {
        return Response.ok(campaign).tag(Versions.tag(campaign.version())).build();
    }
}
