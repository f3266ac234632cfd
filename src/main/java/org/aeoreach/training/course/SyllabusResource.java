package org.aeoreach.training.course;

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

/** Courses over REST. */
@Path("/api/v1/training-courses")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class SyllabusResource {

    static final String PATH = "/api/v1/training-courses/";
    private static final int TEXT = 65_536;

    @Inject
    private Syllabus courses;

    /** Those of the caller's unit and of units below it, and what is open or retired of all units. */
    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Slice<TrainingCourseView> list(@BeanParam Paging paging) {
        return courses.list(paging.afterId(0), paging.limit());
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    @APIResponseSchema(TrainingCourseView.class)
    public Response get(@PathParam("id") long id) {
        return tagged(id);
    }

    /** Adds a draft for the caller's unit. */
    @POST
    @Access(value = Access.Who.WORKING_OFFICERS, body = TEXT, audited = true)
    @APIResponseSchema(value = TrainingCourseView.class, responseCode = "201")
    public Response add(@NotNull @Valid NewCourse wanted) {
        TrainingCourseView made = courses.get(courses.add(wanted));
        return Versions.created(PATH + made.id(), made, made.version());
    }

    @PUT
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = TEXT, audited = true)
    @APIResponseSchema(TrainingCourseView.class)
    public Response change(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewCourse wanted) {
        courses.change(id, Versions.required(ifMatch), wanted);
        return tagged(id);
    }

    /** Sessions may be planned of it from now on. */
    @POST
    @Path("{id: [0-9]{1,18}}/opening")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(TrainingCourseView.class)
    public Response open(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        courses.open(id, Versions.required(ifMatch));
        return tagged(id);
    }

    /** No new sessions of it. */
    @POST
    @Path("{id: [0-9]{1,18}}/retirement")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(TrainingCourseView.class)
    public Response retire(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        courses.retire(id, Versions.required(ifMatch));
        return tagged(id);
    }

    private Response tagged(long id) {
        TrainingCourseView course = courses.get(id);
        return Response.ok(course).tag(Versions.tag(course.version())).build();
    }
}
