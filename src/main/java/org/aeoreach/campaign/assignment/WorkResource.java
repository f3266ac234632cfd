package org.aeoreach.campaign.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;

/** The work list of a unit in a campaign, over REST. */
@Path("/api/v1/campaigns/{id: [0-9]{1,18}}/work")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class WorkResource {

    @Inject
    private Works works;

    @Inject
    private WorkChanges changes;

    @Inject
    private Spreads spreads;

    /** How far the unit is. */
    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public WorkView work(@PathParam("id") long id) {
        return works.view(id);
    }

    /** Whom to contact next. */
    @GET
    @Path("next")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public List<WorkRow> next(@PathParam("id") long id) {
        return works.next(id, false);
    }

    /** All rows in the order of their priority. */
    @GET
    @Path("rows")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public Slice<WorkRow> rows(@PathParam("id") long id, @BeanParam Paging paging) {
        return works.page(id, paging.after(), paging.limit());
    }

    /** Up to 500 rows are excluded, called not reachable, opened, put off, or given to somebody. */
    @POST
    @Path("changes")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 65536, audited = true)
    public WorkChanges.Changed change(@PathParam("id") long id, @NotNull @Valid Change change) {
        return changes.change(id, change);
    }

    /** Open rows of the unit without an officer are given out. */
    @POST
    @Path("spread")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Spreads.Given spread(@PathParam("id") long id, @NotNull @Valid Spread spread) {
        return spreads.spread(id, spread);
    }

    /** The last spread is taken back, unless somebody has begun. */
    @POST
    @Path("spread/undo")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Spreads.Given undo(@PathParam("id") long id) {
        return spreads.undo(id);
    }
}
