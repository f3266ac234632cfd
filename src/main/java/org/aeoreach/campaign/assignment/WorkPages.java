package org.aeoreach.campaign.assignment;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.campaign.coverage.CampaignHead;
import org.aeoreach.campaign.coverage.MemberLists;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.list.export.ExportFile;

/** The work list of a unit: whom to contact next, and all of it. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class WorkPages {

    /** Where the list sends rows that were ticked. */
    static final String CHOICE = "/desk/campaigns/work/choice";

    @Inject
    private Works works;

    @Inject
    private WorkList list;

    @Inject
    private MemberLists members;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    /**
     * What the page shows.
     *
     * @param spreading the form that gives rows out, with the colleagues
     * @param writable whether the viewer may change anything
     */
    public record Shown(
            CampaignHead head, WorkView work, List<WorkRow> next, Form spreading, LocalDate today, boolean writable) {}

    @GET
    @Path("campaigns/{id: [0-9]{1,18}}/work")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public JteModel work(@PathParam("id") long id) {
        return work(id, Form.of(Spread.class).with("way", Spread.Way.COORDINATORS));
    }

    JteModel work(long id, Form form) {
        CampaignHead head = works.head(id);
        Page page =
                pages.titled("assignment.title", pages.titled("assignment.list").pick(head.titleZh(), head.titleEn()));
        Form complete = form.options("officerIds", works.options(page))
                .options("way", Option.of(page, "assignment.way.", Spread.Way.values()));
        Shown shown = new Shown(
                head,
                works.view(id),
                works.next(id, false),
                complete,
                Time.today(clock),
                viewer.require().role().mayWrite());
        return new StaticTemplates().campaignAssignmentWork(page, shown);
    }

    @GET
    @Path("campaigns/work")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        return members.show(list, address, (head, shown) -> new StaticTemplates()
                .campaignAssignmentList(pages.titled("assignment.list"), head, shown));
    }

    @GET
    @Path("campaigns/work/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return members.export(list, address);
    }
}
