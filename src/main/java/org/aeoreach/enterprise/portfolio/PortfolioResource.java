package org.aeoreach.enterprise.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.scope.Role;
import org.aeoreach.web.Access;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;

/** The viewer's enterprises, the load of officers and the cadence, over REST. */
@Path("/api/v1/portfolio")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class PortfolioResource {

    @Inject
    private Portfolios portfolios;

    @Inject
    private Cadences cadences;

    @GET
    @Access(value = Access.Who.OFFICERS)
    public Slice<Portfolios.Entry> mine(@BeanParam Paging paging) {
        return portfolios.mine(paging.afterId(0), paging.limit());
    }

    @GET
    @Path("coordinators")
    @Access(value = Access.Who.OFFICERS)
    public Slice<Portfolios.Load> loads(@BeanParam Paging paging) {
        return portfolios.loads(paging.afterId(0), paging.limit());
    }

    @GET
    @Path("cadence")
    @Access(value = Access.Who.OFFICERS)
    public Cadences.Cadence cadence() {
        return cadences.mine();
    }

    /** For the unit the viewer acts in and those below it without a cadence of their own. */
    @PUT
    @Path("cadence")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER, Role.UNIT_ADMINISTRATOR},
            audited = true)
    public Cadences.Cadence change(@NotNull @Valid Cadences.Change change) {
        return cadences.change(change);
    }
}
