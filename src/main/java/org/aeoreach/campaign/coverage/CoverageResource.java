package org.aeoreach.campaign.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.jspecify.annotations.Nullable;

/** Coverage of a campaign, over REST. */
@Path("/api/v1/campaigns/{id: [0-9]{1,18}}/coverage")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class CoverageResource {

    @Inject
    private Coverages coverages;

    @Inject
    private Sisters sisters;

    /** Tally of a unit, broken down. @param unit customs code; the viewer's own unit without one */
    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public CoverageView coverage(
            @PathParam("id") long id,
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("by") @Nullable String by) {
        return coverages.view(id, unit, CoveragePages.by(by));
    }

    /** Sums of sister districts, as far as the directive publishes them. */
    @GET
    @Path("sisters")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public List<Sister> sisters(@PathParam("id") long id) {
        return sisters.of(id);
    }
}
