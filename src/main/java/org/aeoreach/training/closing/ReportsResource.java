package org.aeoreach.training.closing;

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
import org.aeoreach.outreach.task.FollowUp;
import org.aeoreach.web.Access;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Closing reports over REST. */
@Path("/api/v1/trainings/{id: [0-9]{1,18}}/report")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ReportsResource {

    @Inject
    private Reports reports;

    /** What the data say with what was written; version 0 as long as nothing was. */
    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    @APIResponseSchema(ReportView.class)
    public Response get(@PathParam("id") long id) {
        return tagged(reports.get(id));
    }

    @PUT
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 131_072, audited = true)
    @APIResponseSchema(ReportView.class)
    public Response save(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewReport written) {
        return tagged(reports.save(id, Versions.required(ifMatch), written));
    }

    /** Closes it with the figures of this moment. */
    @POST
    @Path("finishing")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(ReportView.class)
    public Response finish(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(reports.finish(id, Versions.required(ifMatch)));
    }

    @POST
    @Path("reopening")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    @APIResponseSchema(ReportView.class)
    public Response reopen(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Reports.Reopening why) {
        return tagged(reports.reopen(id, Versions.required(ifMatch), why));
    }

    /** Makes a task of what is to be followed up. */
    @POST
    @Path("follow-ups")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public ReportView follow(@PathParam("id") long id, @NotNull @Valid FollowUp task) {
        return reports.follow(id, task);
    }

    private static Response tagged(ReportView report) {
        return Response.ok(report).tag(Versions.tag(report.version())).build();
    }
}
