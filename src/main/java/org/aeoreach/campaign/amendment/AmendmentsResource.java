package org.aeoreach.campaign.amendment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.aeoreach.campaign.directive.Reason;
import org.aeoreach.campaign.plan.Editions;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.Role;
import org.aeoreach.web.Access;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Amendments over REST: the proposal of an edition, and taking note of it. */
@Path("/api/v1/campaigns/{id: [0-9]{1,18}}/editions/{edition: [0-9]{1,6}}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AmendmentsResource {

    @Inject
    private Amendments amendments;

    @Inject
    private Campaigns campaigns;

    @Inject
    private Editions editions;

    /** What waits for a second person or was given back. */
    @GET
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE)
    @APIResponseSchema(Proposal.class)
    public Response get(@PathParam("id") long id, @PathParam("edition") int edition) {
        return tagged(amendments
                .pending(campaigns.own(id))
                .filter(proposal -> proposal.edition() == edition)
                .orElseThrow(Problem::notFound));
    }

    /** Proposes the edition that follows the one in force; {@code If-Match: "v0"} for the first proposal. */
    @PUT
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(Proposal.class)
    public Response propose(
            @PathParam("id") long id,
            @PathParam("edition") int edition,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Amending amending) {
        if (campaigns.own(id).edition() + 1 != edition) {
            throw new Problem(409, "campaign.problem.other-edition");
        }
        return tagged(amendments.propose(id, Versions.required(ifMatch), amending));
    }

    @POST
    @Path("approval")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    public CampaignView approve(
            @PathParam("id") long id,
            @PathParam("edition") int edition,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return amendments.approve(id, edition, Versions.required(ifMatch));
    }

    @POST
    @Path("return")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    public CampaignView giveBack(
            @PathParam("id") long id,
            @PathParam("edition") int edition,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reason reason) {
        amendments.giveBack(id, edition, Versions.required(ifMatch), reason);
        return campaigns.get(id);
    }

    @POST
    @Path("acknowledgement")
    @Access(
            roles = {Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR},
            reach = Access.Reach.SUBTREE_AND_ABOVE,
            audited = true)
    public CampaignView acknowledge(@PathParam("id") long id, @PathParam("edition") int edition) {
        return editions.acknowledge(id, edition);
    }

    private static Response tagged(Proposal proposal) {
        return Response.ok(proposal).tag(Versions.tag(proposal.version())).build();
    }
}
