package org.aeoreach.campaign.plan;

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
import org.aeoreach.scope.Role;
import org.aeoreach.web.Access;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Plans over REST. */
@Path("/api/v1/campaigns/{id: [0-9]{1,18}}/plans/{unit: [0-9]{4}}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class PlansResource {

    @Inject
    private Plans plans;

    @Inject
    private Answers answers;

    @Inject
    private PushDown pushDown;

    @Inject
    private Revisions revisions;

    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE_AND_ABOVE)
    @APIResponseSchema(PlanView.class)
    public Response get(@PathParam("id") long id, @PathParam("unit") String unit) {
        return tagged(plans.get(id, unit));
    }

    @PUT
    @Access(roles = Role.DISTRICT_OFFICER, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(PlanView.class)
    public Response save(
            @PathParam("id") long id,
            @PathParam("unit") String unit,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Plan plan) {
        return tagged(plans.save(id, unit, Versions.required(ifMatch), plan));
    }

    @POST
    @Path("acknowledgement")
    @Access(roles = Role.DISTRICT_OFFICER, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(PlanView.class)
    public Response acknowledge(
            @PathParam("id") long id,
            @PathParam("unit") String unit,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(answers.acknowledge(id, unit, Versions.required(ifMatch)));
    }

    @POST
    @Path("submission")
    @Access(roles = Role.DISTRICT_OFFICER, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(PlanView.class)
    public Response submit(
            @PathParam("id") long id,
            @PathParam("unit") String unit,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(plans.submit(id, unit, Versions.required(ifMatch)));
    }

    @POST
    @Path("approval")
    @Access(roles = Role.DISTRICT_OFFICER, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(PlanView.class)
    public Response approve(
            @PathParam("id") long id,
            @PathParam("unit") String unit,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(plans.approve(id, unit, Versions.required(ifMatch)));
    }

    @POST
    @Path("push")
    @Access(roles = Role.DISTRICT_OFFICER, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(PlanView.class)
    public Response push(
            @PathParam("id") long id,
            @PathParam("unit") String unit,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(pushDown.push(id, unit, Versions.required(ifMatch)));
    }

    @POST
    @Path("recall")
    @Access(roles = Role.DISTRICT_OFFICER, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(PlanView.class)
    public Response recall(
            @PathParam("id") long id,
            @PathParam("unit") String unit,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(pushDown.recall(id, unit, Versions.required(ifMatch)));
    }

    @POST
    @Path("revision")
    @Access(roles = Role.DISTRICT_OFFICER, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(PlanView.class)
    public Response revise(
            @PathParam("id") long id,
            @PathParam("unit") String unit,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(plans.revise(id, unit, Versions.required(ifMatch)));
    }

    @POST
    @Path("release")
    @Access(roles = Role.GACC_OFFICER, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(PlanView.class)
    public Response release(
            @PathParam("id") long id,
            @PathParam("unit") String unit,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(answers.release(id, unit, Versions.required(ifMatch)));
    }

    @POST
    @Path("question")
    @Access(roles = Role.DISTRICT_OFFICER, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(PlanView.class)
    public Response ask(
            @PathParam("id") long id,
            @PathParam("unit") String unit,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Plan.Words words) {
        return tagged(answers.ask(id, unit, Versions.required(ifMatch), words));
    }

    @POST
    @Path("refusal")
    @Access(roles = Role.DISTRICT_OFFICER, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(PlanView.class)
    public Response decline(
            @PathParam("id") long id,
            @PathParam("unit") String unit,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Plan.Words words) {
        return tagged(answers.decline(id, unit, Versions.required(ifMatch), words));
    }

    @POST
    @Path("answer")
    @Access(roles = Role.GACC_OFFICER, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(PlanView.class)
    public Response answer(
            @PathParam("id") long id,
            @PathParam("unit") String unit,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Plan.Words words) {
        return tagged(answers.answer(id, unit, Versions.required(ifMatch), words));
    }

    @POST
    @Path("return")
    @Access(roles = Role.DISTRICT_OFFICER, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(PlanView.class)
    public Response giveBack(
            @PathParam("id") long id,
            @PathParam("unit") String unit,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Plan.Words words) {
        return tagged(plans.giveBack(id, unit, Versions.required(ifMatch), words));
    }

    /** The caller's house takes note of a revision. */
    @POST
    @Path("editions/{edition: [0-9]{1,6}}/acknowledgement")
    @Access(
            roles = {Role.HOUSE_OFFICER, Role.COORDINATOR},
            reach = Access.Reach.SUBTREE_AND_ABOVE,
            audited = true)
    public PlanView note(@PathParam("id") long id, @PathParam("unit") String unit, @PathParam("edition") int edition) {
        return revisions.acknowledge(id, unit, edition);
    }

    private static Response tagged(PlanView plan) {
        return Response.ok(plan).tag(Versions.tag(plan.version())).build();
    }
}
