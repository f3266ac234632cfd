package org.aeoreach.training.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.web.Access;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Many sessions from one, over REST. */
@Path("/api/v1/trainings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class PatternsResource {

    private static final String PATH = "/api/v1/trainings/";
    private static final String ONE = "{id: [0-9]{1,18}}";

    @Inject
    private PlanSeries series;

    @Inject
    private CopySession copies;

    @Inject
    private Trainings trainings;

    /** Another one like it at another time: a draft of the caller's unit. */
    @POST
    @Path(ONE + "/copies")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    @APIResponseSchema(value = TrainingView.class, responseCode = "201")
    public Response copy(@PathParam("id") long id, @NotNull @Valid CopySession.Other other) {
        return created(copies.at(id, other));
    }

    /** Keeps it as a template of the caller's unit. */
    @POST
    @Path(ONE + "/template")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(value = TrainingView.class, responseCode = "201")
    public Response keep(@PathParam("id") long id) {
        return created(copies.keep(id));
    }

    @DELETE
    @Path(ONE + "/template")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    public void drop(@PathParam("id") long id) {
        trainings.dropTemplate(id);
    }

    /** Plans a series: all of its sessions with their rooms, or none. */
    @POST
    @Path(ONE + "/series")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    @APIResponseSchema(value = PlanSeries.Planned.class, responseCode = "201")
    public Response plan(@PathParam("id") long id, @NotNull @Valid NewSeries wanted) {
        return Response.status(201).entity(series.plan(id, wanted)).build();
    }

    private static Response created(TrainingView made) {
        return Versions.created(PATH + made.id(), made, made.version());
    }
}
