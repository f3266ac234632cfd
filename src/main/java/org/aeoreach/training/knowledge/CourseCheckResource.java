package org.aeoreach.training.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;

/** What the check showed over all sessions of a course the viewer sees, over REST. */
@Path("/api/v1/training-courses/{id: [0-9]{1,18}}/check")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class CourseCheckResource {

    @Inject
    private CheckResults results;

    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public CheckResult course(@PathParam("id") long id) {
        return results.ofCourse(id);
    }
}
