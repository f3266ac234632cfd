package org.aeoreach.training.attendance;

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
import org.aeoreach.training.session.TrainingReader;
import org.aeoreach.training.session.TrainingView;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Who was at a session, for programs of officers. */
@Path("/api/v1/trainings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class RostersResource {

    private static final String ONE = "{id: [0-9]{1,18}}/attendance";

    @Inject
    private Rosters rosters;

    @Inject
    private Closings closings;

    @Inject
    private TrainingReader trainings;

    /** Everybody who was to come and everybody who came, as far as the caller sees them. */
    @GET
    @Path(ONE)
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public Slice<RosterView> list(@PathParam("id") long id, @BeanParam Paging paging) {
        return rosters.of(id, paging.afterId(Long.MIN_VALUE), paging.limit());
    }

    @GET
    @Path(ONE + "/figures")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE)
    public RosterFigures figures(@PathParam("id") long id) {
        trainings.own(id);
        return rosters.figures(id);
    }

    @PUT
    @Path(ONE + "/rules")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public AttendanceRules rule(@PathParam("id") long id, @NotNull @Valid AttendanceRules rules) {
        return rosters.rule(id, rules);
    }

    @POST
    @Path(ONE + "/closing")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(TrainingView.class)
    public Response close(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(closings.close(id, Versions.required(ifMatch)));
    }

    @POST
    @Path(ONE + "/reopening")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(TrainingView.class)
    public Response reopen(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(closings.reopen(id, Versions.required(ifMatch)));
    }

    private static Response tagged(TrainingView training) {
        return Response.ok(training).tag(Versions.tag(training.version())).build();
    }
}
