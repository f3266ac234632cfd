package org.aeoreach.campaign;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;

/** Campaigns as a list and by status. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class CampaignPages {

    @Inject
    private CampaignList list;

    @Inject
    private Boards boards;

    @Inject
    private Lists lists;

    @Inject
    private Pages pages;

    @GET
    @Path("campaigns")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        ListPage shown = lists.show(list, address);
        return lists.answer(shown, new StaticTemplates().campaignList(pages.titled("campaign.title"), shown));
    }

    @GET
    @Path("campaigns/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    @GET
    @Path("campaigns/board")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public JteModel board() {
        return new StaticTemplates().campaignBoard(pages.titled("campaign.board"), boards.board());
    }
}
