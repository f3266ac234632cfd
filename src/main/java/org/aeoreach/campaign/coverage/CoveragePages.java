package org.aeoreach.campaign.coverage;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.platform.Problem;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.list.export.ExportFile;
import org.jspecify.annotations.Nullable;

/** Coverage of a campaign, its pictures, and the lists behind its figures. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class CoveragePages {

    @Inject
    private Coverages coverages;

    @Inject
    private Sisters sisters;

    @Inject
    private Campaigns campaigns;

    @Inject
    private ScopeList list;

    @Inject
    private MemberLists members;

    @Inject
    private Pages pages;

    /**
     * What the page of coverage shows.
     *
     * @param districts whether the parts are the districts, which have tiles
     * @param parts units directly below
     * @param sisters as far as the viewer may know
     */
    public record Shown(
            CoverageView view,
            Links links,
            Pace pace,
            boolean districts,
            List<UnitPlace> parts,
            List<Sister> sisters) {}

    /** The heat table. */
    public record Warm(CoverageView view, Links links, HeatTable heat) {}

    @GET
    @Path("campaigns/{id: [0-9]{1,18}}/coverage")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public JteModel coverage(
            @PathParam("id") long id,
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("by") @Nullable String by) {
        CoverageView view = coverages.view(id, unit, by(by));
        Page page = titled("coverage.title", view);
        Pace pace = Pace.of(view, coverages.rows(view.head(), view.unit(), By.WEEK), page);
        boolean districts = view.by() == By.UNIT
                && view.unit().orgPath().indexOf('.') == view.unit().orgPath().length() - 1;
        boolean own = unit == null || unit.isEmpty() || view.above().isEmpty();
        return new StaticTemplates()
                .campaignCoverageCoverage(
                        page,
                        new Shown(
                                view,
                                links(view),
                                pace,
                                districts,
                                districts ? coverages.parts(view.unit()) : List.of(),
                                own && view.by() == By.UNIT ? sisters.of(id) : List.of()));
    }

    private static Links links(CoverageView view) {
        return new Links(view.head().id(), view.unit().code());
    }

    private Page titled(String key, CoverageView view) {
        Page plain = pages.titled(key, "", "");
        return pages.titled(
                key,
                plain.pick(view.head().titleZh(), view.head().titleEn()),
                plain.pick(view.unit().zh(), view.unit().en()));
    }

    /** @throws Problem 400 for what coverage is not broken down by */
    static By by(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return By.UNIT;
        }
        return Arrays.stream(By.values())
                .filter(by -> by.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("by", "list.invalid.choice"));
    }

    @GET
    @Path("campaigns/{id: [0-9]{1,18}}/coverage/heat")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public JteModel heat(@PathParam("id") long id, @QueryParam("unit") @Nullable String unit) {
        CoverageView view = coverages.view(id, unit, By.UNIT);
        HeatTable heat = HeatTable.of(view.rows(), coverages.heat(id, unit));
        return new StaticTemplates()
                .campaignCoverageHeat(titled("coverage.heat.title", view), new Warm(view, links(view), heat));
    }

    /** The list of one campaign under its own address. */
    @GET
    @Path("campaigns/{id: [0-9]{1,18}}/enterprises")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public Response one(@PathParam("id") long id, @Context UriInfo address) {
        campaigns.get(id);
        String asked = address.getRequestUri().getRawQuery();
        String query = "campaign=" + id + (asked == null ? "" : "&" + asked);
        return Response.seeOther(URI.create(ScopeList.PATH + "?" + query)).build();
    }

    @GET
    @Path("campaigns/enterprises")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response enterprises(@Context UriInfo address) {
        return members.show(list, address, (head, shown) -> new StaticTemplates()
                .campaignCoverageEnterprises(pages.titled("coverage.enterprises"), head, shown));
    }

    @GET
    @Path("campaigns/enterprises/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return members.export(list, address);
    }
}
