package org.aeoreach.enquiry.desk;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.aeoreach.enquiry.answer.Ratings;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;

/** The queue of enquiries and its board. */
@Path("/desk/enquiries")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class QueuePages {

    @Inject
    private EnquiryList list;

    @Inject
    private Lists lists;

    @Inject
    private Boards boards;

    @Inject
    private Statuses statuses;

    @Inject
    private Ratings ratings;

    @Inject
    private Pages pages;

    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        ListPage shown = lists.show(list, address);
        return lists.answer(shown, new StaticTemplates().enquiryDeskQueue(pages.titled("desk.enquiries.title"), shown));
    }

    @GET
    @Path("export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    @GET
    @Path("board")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public JteModel board(@QueryParam("whose") @DefaultValue("UNIT") String whose) {
        Page page = pages.titled("desk.board");
        return new StaticTemplates().enquiryDeskBoard(page, boards.board(whose), statuses.names(page));
    }

    /** Low ratings nobody has looked at. */
    @GET
    @Path("ratings")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public JteModel ratings() {
        return new StaticTemplates().enquiryDeskRatings(pages.titled("desk.ratings"), ratings.low());
    }
}
