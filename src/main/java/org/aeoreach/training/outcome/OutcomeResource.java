package org.aeoreach.training.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/** What came after sessions, over REST. */
@Path("/api/v1/training-outcome")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class OutcomeResource {

    @Inject
    private TrainingOutcomes outcomes;

    @Inject
    private CourseOutcomes courses;

    @Inject
    private OutcomeSubjects subjects;

    /** Courses of which sessions were held, the latest first; at most 50. */
    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public List<CourseOutcomes.OfCourse> overview() {
        return courses.all();
    }

    /** @param about whose sessions: SESSION-, COURSE-, BASE- or TRAINER- with its number */
    @GET
    @Path("{about: [A-Z]+-[0-9]+}")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public TrainingOutcome get(@PathParam("about") String about) {
        OutcomeAbout asked = OutcomeAbout.of(about);
        subjects.of(asked);
        return outcomes.of(asked);
    }

    /**
     * The enterprises behind a figure that the viewer sees by name.
     *
     * @param about such as COURSE-12
     * @param group PRESENT or ABSENT
     * @param step the step they took, or none for the whole group
     */
    @GET
    @Path("enterprises")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Slice<TrainingOutcomes.Member> enterprises(
            @QueryParam("about") @Nullable String about,
            @QueryParam("group") @DefaultValue("PRESENT") String group,
            @QueryParam("step") @Nullable String step,
            @BeanParam Paging paging) {
        OutcomeAbout asked = OutcomeAbout.of(about);
        subjects.of(asked);
        boolean present = group.equals(OutcomeList.group(true));
        if (!present && !group.equals(OutcomeList.group(false))) {
            throw Problem.invalid("group", "list.invalid.choice");
        }
        return outcomes.members(asked, present, step(step), paging.afterId(0), paging.limit());
    }

    /** Null for none. @throws Problem 400 for what is no step */
    static TrainingOutcome.@Nullable Step step(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return Arrays.stream(TrainingOutcome.Step.values())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("step", "list.invalid.choice"));
    }
}
