package org.aeoreach.campaign.arrival;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.platform.Problem;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.jspecify.annotations.Nullable;

/** How far policies have come: all that are promoted, and one of them. */
@Path("/desk/campaigns/policies")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class ArrivalPages {

    /** What the code of a document looks like. */
    static final String ONE = "{code: [A-Za-z0-9._:-]{1,120}}";

    @Inject
    private Arrivals arrivals;

    @Inject
    private Pages pages;

    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public JteModel all(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        ArrivalView view = arrivals.of(unit, Period.of(from, to), "");
        return new StaticTemplates().campaignArrivalPolicies(titled("arrival.title", view, ""), view);
    }

    /** @throws Problem 404 for a unit outside the viewer's range */
    @GET
    @Path(ONE)
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public JteModel one(
            @PathParam("code") String code,
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        ArrivalView view = arrivals.of(unit, Period.of(from, to), code);
        Arrival arrival = view.documents().isEmpty() ? null : view.documents().get(0);
        Page page = titled("arrival.one.title", view, arrival == null ? arrivals.title(code) : arrival.title());
        return new StaticTemplates().campaignArrivalPolicy(page, view, code, arrival);
    }

    private Page titled(String key, ArrivalView view, String document) {
        Page plain = pages.titled("arrival.tab");
        return pages.titled(key, plain.pick(view.unit().zh(), view.unit().en()), document);
    }
}
