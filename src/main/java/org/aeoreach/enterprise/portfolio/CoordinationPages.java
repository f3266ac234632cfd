package org.aeoreach.enterprise.portfolio;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.aeoreach.enterprise.registry.EnterpriseFrame;
import org.aeoreach.enterprise.registry.EnterpriseFrames;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;
import org.aeoreach.web.list.filter.Filter;

/** Giving enterprises to officers: one on its own page, many from a list. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class CoordinationPages {

    /** Where a list sends the enterprises that were ticked. */
    public static final String CHOICE = "/desk/coordinations/choice";

    private static final int PAST = 50;

    @Inject
    private Coordinations coordinations;

    @Inject
    private CoordinationList list;

    @Inject
    private EnterpriseRows rows;

    @Inject
    private Officers officers;

    @Inject
    private Lists lists;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @Inject
    private EnterpriseFrames frames;

    @Inject
    private TierPages tiers;

    /** One enterprise and those who look after it. */
    public record Shown(EnterpriseFrame frame, List<CoordinationView> current, List<CoordinationView> past) {
        public boolean owned() {
            return current.stream().anyMatch(each -> each.part() == CoordinationView.Part.COORDINATOR);
        }
    }

    /** What can be done with enterprises ticked in a list. */
    public static Filter.Option[] actions() {
        return new Filter.Option[] {
            new Filter.Option("COORDINATOR", "portfolio.action.assign"),
            new Filter.Option("MEMBER", "portfolio.action.add-member"),
            new Filter.Option("TIER", "portfolio.action.tier")
        };
    }

    @GET
    @Path("coordinations")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response coordinations(@Context UriInfo address) {
        ListPage shown = lists.show(list, address);
        return lists.answer(
                shown,
                new StaticTemplates().enterprisePortfolioList(pages.titled("portfolio.pages"), "coordinations", shown));
    }

    @GET
    @Path("coordinations/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    @GET
    @Path("enterprises/{id: [0-9]{1,18}}/coordination")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel coordination(@PathParam("id") long id) {
        Form form = Form.of(Coordinations.Assignment.class)
                .with("part", CoordinationView.Part.COORDINATOR)
                .with("tell", true);
        return one(id, form);
    }

    private JteModel one(long id, Form form) {
        EnterpriseFrame frame = frames.frame(id, "coordination");
        Page page = frame.page();
        Shown shown = new Shown(
                frame,
                coordinations.current(id),
                coordinations.past(id, Long.MAX_VALUE, PAST).items());
        Form complete = form.options("part", Option.of(page, "portfolio.part.", CoordinationView.Part.values()))
                .options(
                        "accountId", officers.options(frame.facts().enterprise().orgPath(), page));
        return new StaticTemplates().enterprisePortfolioCoordination(page, shown, complete);
    }

    @POST
    @Path("enterprises/{id: [0-9]{1,18}}/coordination")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response assignOne(@PathParam("id") long id, Form form) {
        return forms.submit(form.with("enterpriseIds", id), Coordinations.Assignment.class)
                .again(failed -> one(id, failed))
                .run(wanted -> {
                    coordinations.assign(wanted);
                    return forms.done("/desk/enterprises/" + id + "/coordination", "portfolio.done.assigned");
                });
    }

    /** The ticked rows of a list and what to do with them; changes nothing yet. */
    @POST
    @Path("coordinations/choice")
    @Access(value = Access.Who.WORKING_OFFICERS, body = 65536)
    public JteModel choice(Form form) {
        List<Long> ids = form.values("id").stream()
                .filter(id -> id.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .toList();
        String part = form.value("action");
        if (part.equals("TIER")) {
            return tiers.page(Form.of(Tiers.Tiering.class).with("enterpriseIds", ids));
        }
        return many(Form.of(Coordinations.Assignment.class)
                .with("enterpriseIds", ids)
                .with("part", part.equals("MEMBER") ? part : "COORDINATOR")
                .with("tell", true));
    }

    private JteModel many(Form form) {
        List<Long> ids = form.values("enterpriseIds").stream()
                .filter(id -> id.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .toList();
        List<EnterpriseRows.Chosen> chosen = rows.read(ids);
        Page page = pages.titled(
                form.value("part").equals("MEMBER") ? "portfolio.action.add-member" : "portfolio.action.assign");
        String above = Officers.above(
                chosen.stream().map(EnterpriseRows.Chosen::orgPath).toList());
        Form complete = form.options("accountId", chosen.isEmpty() ? List.of() : officers.options(above, page));
        return new StaticTemplates().enterprisePortfolioMany(page, chosen, complete);
    }

    @POST
    @Path("coordinations")
    @Access(value = Access.Who.WORKING_OFFICERS, body = 65536, audited = true)
    public Response assign(Form form) {
        return forms.submit(form, Coordinations.Assignment.class)
                .again(this::many)
                .run(wanted -> {
                    coordinations.assign(wanted);
                    return forms.done("/desk/coordinations", "portfolio.done.assigned");
                });
    }

    @GET
    @Path("coordinations/{id: [0-9]{1,18}}/end")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel ending(@PathParam("id") long id) {
        CoordinationView view = coordinations.get(id);
        return ending(view, Form.of(Coordinations.Ending.class).version(view.version()));
    }

    private JteModel ending(CoordinationView view, Form form) {
        return new StaticTemplates().enterprisePortfolioEnd(pages.titled("portfolio.end.title"), view, form);
    }

    @POST
    @Path("coordinations/{id: [0-9]{1,18}}/end")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response end(@PathParam("id") long id, Form form) {
        return forms.submit(form, Coordinations.Ending.class)
                .again(failed -> ending(coordinations.get(id), failed))
                .run(ending -> {
                    CoordinationView ended = coordinations.end(id, form.version(), ending);
                    return forms.done(
                            "/desk/enterprises/" + ended.enterpriseId() + "/coordination", "portfolio.done.ended");
                });
    }
}
