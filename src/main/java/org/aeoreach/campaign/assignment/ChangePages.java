package org.aeoreach.campaign.assignment;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.aeoreach.campaign.coverage.CampaignHead;
import org.aeoreach.enterprise.portfolio.EnterpriseRows;
import org.aeoreach.platform.Problem;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.jspecify.annotations.Nullable;

/** What is done with rows of a work list, one or many, and giving the list out. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class ChangePages {

    private static final String ACTION = "action";
    private static final String BACK = "back";
    private static final String CHOSEN = "enterpriseIds";

    @Inject
    private Works works;

    @Inject
    private WorkChanges changes;

    @Inject
    private Spreads spreads;

    @Inject
    private EnterpriseRows rows;

    @Inject
    private WorkPages work;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** Rows and what can be done with them. @param back where the reader came from */
    public record Shown(CampaignHead head, List<EnterpriseRows.Chosen> chosen, Form form, String back) {}

    @GET
    @Path("campaigns/{id: [0-9]{1,18}}/work/change")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel change(
            @PathParam("id") long id,
            @QueryParam("enterprise") List<Long> enterprises,
            @QueryParam("step") @Nullable String step,
            @QueryParam("back") @Nullable String back) {
        return page(
                id,
                Form.of(Change.class)
                        .with(CHOSEN, enterprises)
                        .with(ACTION, step == null ? "" : step)
                        .with(BACK, back));
    }

    /** The ticked rows of the list and what to do with them; changes nothing yet. */
    @POST
    @Path("campaigns/work/choice")
    @Access(value = Access.Who.WORKING_OFFICERS, body = 65536)
    public JteModel choice(Form form) {
        String campaign = form.value("campaign");
        if (!campaign.matches("[0-9]{1,18}")) {
            throw Problem.invalid("campaign", "web.invalid.number");
        }
        List<String> ids = form.values("id").stream()
                .filter(id -> id.matches("[0-9]{1,18}"))
                .toList();
        return page(
                Long.parseLong(campaign),
                Form.of(Change.class)
                        .with(CHOSEN, ids)
                        .with(ACTION, form.value(ACTION))
                        .with(BACK, form.value("list")));
    }

    private JteModel page(long id, Form form) {
        CampaignHead head = works.head(id);
        Page page = pages.titled("assignment.change.title");
        List<Long> ids = form.values(CHOSEN).stream()
                .filter(each -> each.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .toList();
        Form complete = form.options("action", Option.of(page, "assignment.action.", Change.Action.values()))
                .options("reason", Option.of(page, "coverage.reason.", Change.Reason.values()))
                .options("officerId", works.options(page));
        var shown = new Shown(head, ids.isEmpty() ? List.of() : rows.read(ids), complete, back(id, form));
        return new StaticTemplates().campaignAssignmentChange(page, shown);
    }

    @POST
    @Path("campaigns/{id: [0-9]{1,18}}/work/change")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 65536, audited = true)
    public Response save(@PathParam("id") long id, Form form) {
        return forms.submit(form, Change.class)
                .again(failed -> page(id, failed))
                .run(wanted -> {
                    changes.change(id, wanted);
                    return forms.done(back(id, form), "assignment.done.changed");
                });
    }

    /** Back to the page the reader came from, if it is one of this campaign's work. */
    private static String back(long id, Form form) {
        String wanted = form.value(BACK);
        return wanted.startsWith(WorkList.PATH + "?") && wanted.matches("[!-~&&[^\\\\]]+")
                ? wanted
                : "/desk/campaigns/" + id + "/work";
    }

    @POST
    @Path("campaigns/{id: [0-9]{1,18}}/work/spread")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response spread(@PathParam("id") long id, Form form) {
        return forms.submit(form, Spread.class)
                .again(failed -> work.work(id, failed))
                .run(wanted -> {
                    spreads.spread(id, wanted);
                    return forms.done("/desk/campaigns/" + id + "/work", "assignment.done.spread");
                });
    }

    @POST
    @Path("campaigns/{id: [0-9]{1,18}}/work/spread/undo")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response undo(@PathParam("id") long id) {
        spreads.undo(id);
        return forms.done("/desk/campaigns/" + id + "/work", "assignment.done.undone");
    }
}
