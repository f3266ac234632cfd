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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aeoreach.campaign.coverage.CampaignHead;
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
    private static final String VERSIONS = "versions";
    // Rows others changed, and those of them that are to be changed nonetheless.
    private static final String CHANGED = "changed";
    private static final String DESPITE = "despite";

    @Inject
    private Works works;

    @Inject
    private WorkChanges changes;

    @Inject
    private Spreads spreads;

    @Inject
    private ChosenRows rows;

    @Inject
    private WorkPages work;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /**
     * Rows and what can be done with them.
     *
     * @param changed those that others changed since the reader saw them
     * @param back where the reader came from
     */
    public record Shown(CampaignHead head, List<ChosenRow> chosen, Set<Long> changed, Form form, String back) {}

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
        return page(id, form, List.of());
    }

    /** @param others rows that turned out to be changed by others; they are seen with this page */
    private JteModel page(long id, Form form, List<?> others) {
        CampaignHead head = works.head(id);
        Page page = pages.titled("assignment.change.title");
        List<Long> ids = numbers(form, CHOSEN);
        List<ChosenRow> chosen = ids.isEmpty() ? List.of() : rows.read(id, ids);
        Set<Long> changed = new LinkedHashSet<>(numbers(form, CHANGED));
        others.forEach(row -> changed.add(((ChosenRow) row).enterpriseId()));
        Form complete = form.options(ACTION, Option.of(page, "assignment.action.", Change.Action.values()))
                .options("reason", Option.of(page, "coverage.reason.", Change.Reason.values()))
                .options("officerId", works.options(page));
        if (!form.has(VERSIONS) || !others.isEmpty()) {
            complete = complete.with(
                            CHOSEN, chosen.stream().map(ChosenRow::enterpriseId).toList())
                    .with(VERSIONS, chosen.stream().map(ChosenRow::version).toList());
        }
        return new StaticTemplates()
                .campaignAssignmentChange(page, new Shown(head, chosen, changed, complete, back(id, form)));
    }

    private static List<Long> numbers(Form form, String field) {
        return form.values(field).stream()
                .filter(each -> each.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .toList();
    }

    @POST
    @Path("campaigns/{id: [0-9]{1,18}}/work/change")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 65536, audited = true)
    public Response save(@PathParam("id") long id, Form form) {
        List<Long> left = new ArrayList<>(numbers(form, CHANGED));
        left.removeAll(numbers(form, DESPITE));
        return forms.submit(form, Change.class)
                .explained((failed, others) -> page(id, failed, others))
                .run(wanted -> {
                    Change rest = wanted.without(left);
                    if (rest.enterpriseIds().isEmpty()) {
                        throw Problem.invalid(DESPITE, "assignment.invalid.despite");
                    }
                    changes.change(id, rest);
                    return forms.done(
                            back(id, form), left.isEmpty() ? "assignment.done.changed" : "assignment.done.left");
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
