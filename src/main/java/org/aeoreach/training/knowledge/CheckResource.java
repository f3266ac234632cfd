package org.aeoreach.training.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;

/** What the check of a session showed, over REST. */
@Path("/api/v1/trainings/{id: [0-9]{1,18}}/check")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class CheckResource {

    @Inject
    private CheckResults results;

    /** Gain per question; percentages from five who answered both on. */
    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public CheckResult session(@PathParam("id") long id) {
        return results.ofSession(id);
    }

    /** Each who gave it. */
    @GET
    @Path("people")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public Slice<CheckPerson> people(@PathParam("id") long id, @BeanParam Paging paging) {
        return results.people(id, paging.afterId(0), paging.limit());
    }
}
