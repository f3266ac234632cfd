package org.aeoreach.training.session;

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
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Sessions over REST. */
@Path("/api/v1/trainings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TrainingsResource {

    private static final String PATH = "/api/v1/trainings/";
    private static final String ONE = "{id: [0-9]{1,18}}";
    private static final int BODY = 131_072;

    @Inject
    private Trainings trainings;

    @Inject
    private TrainingReader reader;

    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Slice<TrainingView> list(@BeanParam Paging paging) {
        return reader.list(paging.afterId(0), paging.limit());
    }

    @GET
    @Path(ONE)
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    @APIResponseSchema(TrainingView.class)
    public Response get(@PathParam("id") long id) {
        return tagged(reader.get(id));
    }

    @POST
    @Access(value = Access.Who.OUTREACH_OFFICERS, body = BODY, audited = true)
    @APIResponseSchema(value = TrainingView.class, responseCode = "201")
    public Response add(@NotNull @Valid NewTraining wanted) {
        TrainingView made = trainings.add(wanted);
        return Versions.created(PATH + made.id(), made, made.version());
    }

    @PUT
    @Path(ONE)
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = BODY, audited = true)
    @APIResponseSchema(TrainingView.class)
    public Response change(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewTraining wanted) {
        return tagged(trainings.change(id, Versions.required(ifMatch), wanted));
    }

    @POST
    @Path(ONE + "/publication")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(TrainingView.class)
    public Response publish(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(trainings.publish(id, Versions.required(ifMatch)));
    }

    /** Calls it off. */
    @POST
    @Path(ONE + "/cancellation")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    @APIResponseSchema(TrainingView.class)
    public Response callOff(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Trainings.Off off) {
        return tagged(trainings.callOff(id, Versions.required(ifMatch), off));
    }

    private static Response tagged(TrainingView training) {
        return Response.ok(training).tag(Versions.tag(training.version())).build();
    }
}
