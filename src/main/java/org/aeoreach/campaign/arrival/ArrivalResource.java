package org.aeoreach.campaign.arrival;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.jspecify.annotations.Nullable;

/** How far policies have come, over REST. */
@Path("/api/v1/campaigns/policies")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ArrivalResource {

    @Inject
    private Arrivals arrivals;

    /**
     * What has arrived least first, with the parts of the unit alike.
     *
     * @param unit customs code; the viewer's own unit without one
     * @param document code of one document; all that are promoted without one
     * @param from with or without {@code to}: campaigns of a period instead of those that run
     */
    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public ArrivalView policies(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("document") @DefaultValue("") String document,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return arrivals.of(unit, Period.of(from, to), document);
    }
}
