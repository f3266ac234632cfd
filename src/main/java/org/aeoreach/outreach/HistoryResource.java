package org.aeoreach.outreach;

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
import org.aeoreach.enterprise.Enterprises;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.Access;
import org.aeoreach.web.Paging;
import org.aeoreach.web.timeline.Subject;
import org.aeoreach.web.timeline.Timeline;
import org.aeoreach.web.timeline.Timelines;

/** The history of an enterprise over REST. */
@Path("/api/v1/enterprises")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class HistoryResource {

    @Inject
    private Enterprises enterprises;

    @Inject
    private Timelines timelines;

    /** The newest first, by day. @param kind only contacts, journey, grades, letters or changes of the record */
    @GET
    @Path("{id: [0-9]{1,18}}/timeline")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public Timeline history(
            @PathParam("id") long id, @QueryParam("kind") @DefaultValue("") String kind, @BeanParam Paging paging) {
        if (!HistoryPages.KINDS.contains(kind)) {
            throw Problem.invalid("kind", "web.invalid.choice");
        }
        enterprises.standing(id);
        return timelines.of(Subject.of("enterprise", id), paging, kind);
    }
}
