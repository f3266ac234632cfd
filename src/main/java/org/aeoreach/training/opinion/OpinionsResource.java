package org.aeoreach.training.opinion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;

/** What was said of a session, over REST. */
@Path("/api/v1/trainings/{id: [0-9]{1,18}}/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class OpinionsResource {

    @Inject
    private OpinionResults results;

    /** Ratings and words, from five answers on. */
    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public OpinionView feedback(@PathParam("id") long id) {
        return results.of(id);
    }

    /** Marks words that somebody is to see to, or takes the mark away. */
    @PUT
    @Path("{feedback: [0-9]{1,18}}/mark")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 1024, audited = true)
    public void mark(
            @PathParam("id") long id, @PathParam("feedback") long feedback, @NotNull @Valid OpinionPages.Mark mark) {
        results.mark(id, feedback, mark.followUp());
    }
}
