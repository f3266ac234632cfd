package org.aeoreach.outreach.task;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.aeoreach.web.Access;
import org.aeoreach.web.DayPlace;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Follow-up tasks over REST. */
@Path("/api/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TasksResource {

    private static final DayPlace BEGINNING = new DayPlace(LocalDate.of(1, 1, 1), 0);

    @Inject
    private Tasks tasks;

    /** Open tasks, the most overdue first. */
    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Slice<TaskView> list(@QueryParam("mine") boolean mine, @BeanParam Paging paging) {
        return tasks.open(mine, paging.afterDay(BEGINNING), paging.limit());
    }

    @POST
    @Access(value = Access.Who.WORKING_OFFICERS, audited = true)
    @APIResponseSchema(value = TaskView.class, responseCode = "201")
    public Response add(@NotNull @Valid FollowUp task) {
        TaskView made = tasks.add(task, new Tasks.Origin(null, null));
        return Versions.created("/api/v1/tasks/" + made.id(), made, made.version());
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    @APIResponseSchema(TaskView.class)
    public Response get(@PathParam("id") long id) {
        return tagged(tasks.get(id));
    }

    /** Done, or dropped. */
    @PUT
    @Path("{id: [0-9]{1,18}}/outcome")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(TaskView.class)
    public Response close(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Tasks.Outcome outcome) {
        return tagged(tasks.close(id, Versions.required(ifMatch), outcome));
    }

    @PUT
    @Path("{id: [0-9]{1,18}}/day")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(TaskView.class)
    public Response move(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Tasks.Move move) {
        return tagged(tasks.move(id, Versions.required(ifMatch), move));
    }

    @PUT
    @Path("{id: [0-9]{1,18}}/owner")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(TaskView.class)
    public Response handOver(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Tasks.Handing handing) {
        return tagged(tasks.handOver(id, Versions.required(ifMatch), handing));
    }

    private static Response tagged(TaskView task) {
        return Response.ok(task).tag(Versions.tag(task.version())).build();
    }
}
