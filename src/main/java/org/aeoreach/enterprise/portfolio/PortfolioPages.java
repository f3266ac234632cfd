package org.aeoreach.enterprise.portfolio;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;

/** The work list of the officer, the load of all, and how often each tier is to be contacted. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class PortfolioPages {

    @Inject
    private PortfolioList portfolio;

    @Inject
    private CoordinatorList coordinators;

    @Inject
    private Cadences cadences;

    @Inject
    private Lists lists;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Path("portfolio")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response portfolio(@Context UriInfo address) {
        return page(portfolio, "portfolio", address);
    }

    private Response page(Listing listing, String current, UriInfo address) {
        ListPage shown = lists.show(listing, address);
        return lists.answer(
                shown, new StaticTemplates().enterprisePortfolioList(pages.titled("portfolio.pages"), current, shown));
    }

    @GET
    @Path("portfolio/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response exportPortfolio(@Context UriInfo address) {
        return lists.export(portfolio, address);
    }

    @GET
    @Path("coordinators")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response coordinators(@Context UriInfo address) {
        return page(coordinators, "coordinators", address);
    }

    @GET
    @Path("coordinators/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response exportCoordinators(@Context UriInfo address) {
        return lists.export(coordinators, address);
    }

    @GET
    @Path("coordinators/cadence")
    @Access(value = Access.Who.OFFICERS)
    public JteModel cadence() {
        Cadences.Cadence now = cadences.mine();
        return cadence(Form.of(Cadences.Change.class)
                .with("tierA", now.tierA())
                .with("tierB", now.tierB())
                .with("tierC", now.tierC()));
    }

    private JteModel cadence(Form form) {
        return new StaticTemplates()
                .enterprisePortfolioCadence(pages.titled("portfolio.cadence.title"), cadences.mine(), form);
    }

    @POST
    @Path("coordinators/cadence")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER, Role.UNIT_ADMINISTRATOR},
            body = 4096,
            audited = true)
    public Response changeCadence(Form form) {
        return forms.submit(form, Cadences.Change.class).again(this::cadence).run(change -> {
            cadences.change(change);
            return forms.done("/desk/coordinators/cadence", "portfolio.done.cadence");
        });
    }
}
