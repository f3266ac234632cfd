package org.aeoreach.campaign.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.jspecify.annotations.Nullable;

/** The way to certification, and silent areas, over REST. */
@Path("/api/v1/campaigns/{id: [0-9]{1,18}}/coverage")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class CourseResource {

    @Inject
    private Courses courses;

    @Inject
    private Funnels funnels;

    @Inject
    private Silences silences;

    /** What those reached and the others did on the way to certification since it began. @param unit customs code */
    @GET
    @Path("funnel")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public Funnel funnel(@PathParam("id") long id, @QueryParam("unit") @Nullable String unit) {
        return funnels.of(id, unit);
    }

    /**
     * Where enterprises in scope were not contacted for so many months.
     *
     * @param unit customs code
     * @param by UNIT or SEGMENT
     * @param segment number of a saved one to which units are narrowed
     */
    @GET
    @Path("silent")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public Silence silent(
            @PathParam("id") long id,
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("months") @DefaultValue("6") String months,
            @QueryParam("by") @DefaultValue("UNIT") String by,
            @QueryParam("segment") @DefaultValue("") String segment) {
        return silences.of(id, unit, CoursePages.months(months), CoursePages.by(by), CoursePages.segment(segment));
    }

    /** Both are computed anew, for a small campaign of the viewer's unit or one below it. */
    @POST
    @Path("course")
    @Access(
            value = Access.Who.WORKING_OFFICERS,
            reach = Access.Reach.SUBTREE,
            limit = Limit.SEARCH,
            body = 4096,
            audited = true)
    public Funnel compute(@PathParam("id") long id) {
        courses.compute(id);
        return funnels.of(id, null);
    }
}
