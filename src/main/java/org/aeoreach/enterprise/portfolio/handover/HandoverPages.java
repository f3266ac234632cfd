package org.aeoreach.enterprise.portfolio.handover;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.aeoreach.enterprise.portfolio.Officers;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;

/** Passing a portfolio on: from whom, to whom, and back again. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class HandoverPages {

    /** Enterprises on one page of a handover. */
    private static final int SHOWN = 50;

    @Inject
    private Handovers handovers;

    @Inject
    private Givers givers;

    @Inject
    private HandoverList list;

    @Inject
    private Officers officers;

    @Inject
    private Lists lists;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** What a handover would pass on. @param from whose portfolio, or 0 while that is not chosen */
    public record Preparing(long from, Handovers.Portfolio portfolio, List<Option> givers) {}

    /** A handover, and some of its enterprises. */
    public record Shown(HandoverView handover, Slice<HandoverView.Item> items) {}

    @GET
    @Path("handovers")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response handovers(@Context UriInfo address) {
        ListPage shown = lists.show(list, address);
        return lists.answer(
                shown,
                new StaticTemplates().enterprisePortfolioList(pages.titled("portfolio.pages"), "handovers", shown));
    }

    @GET
    @Path("handovers/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    /** @param from account of the officer who hands over; without it, the page asks for him */
    @GET
    @Path("handovers/new")
    @Access(value = Access.Who.WORKING_OFFICERS, limit = Limit.SEARCH)
    public JteModel preparing(@QueryParam("from") @DefaultValue("") String from) {
        return preparing(
                Form.of(Handovers.Order.class).with("fromAccount", from).with("tell", true));
    }

    private JteModel preparing(Form form) {
        Page page = pages.titled("portfolio.handover.new");
        String text = form.value("fromAccount");
        long from = text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
        Handovers.Portfolio portfolio = from == 0 ? Handovers.Portfolio.NONE : handovers.portfolio(from);
        List<Option> takers = portfolio.isEmpty()
                ? List.of()
                : officers.options(Officers.above(portfolio.paths()), page).stream()
                        .filter(option -> !option.value().equals(text))
                        .toList();
        return new StaticTemplates()
                .enterprisePortfolioHandovernew(
                        page, new Preparing(from, portfolio, givers.options(page)), form.options("toAccount", takers));
    }

    @POST
    @Path("handovers")
    @Access(value = Access.Who.WORKING_OFFICERS, body = 8192, audited = true)
    public Response make(Form form) {
        return forms.submit(form, Handovers.Order.class).again(this::preparing).run(order -> {
            HandoverView made = handovers.make(order);
            return done(made, "portfolio.done.handed-over");
        });
    }

    @GET
    @Path("handovers/{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel handover(@PathParam("id") long id, @BeanParam Paging paging) {
        return page(id, paging.afterId(0), Form.empty());
    }

    private JteModel page(long id, long after, Form form) {
        HandoverView view = handovers.get(id);
        return new StaticTemplates()
                .enterprisePortfolioHandover(
                        pages.titled("portfolio.handover.one"),
                        new Shown(view, handovers.items(id, after, SHOWN)),
                        form.version(view.version()));
    }

    @POST
    @Path("handovers/{id: [0-9]{1,18}}/undo")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response undo(@PathParam("id") long id, Form form) {
        return forms.submit(form, Undo.class)
                .again(failed -> page(id, 0, failed))
                .run(undo -> done(handovers.undo(id, form.version()), "portfolio.done.handover-undone"));
    }

    /** To its page, which tells how far it is while a job works on it. */
    private Response done(HandoverView handover, String doneKey) {
        String key = handover.working() ? "portfolio.done.handover-begun" : doneKey;
        return forms.done("/desk/handovers/" + handover.id(), key);
    }

    /** Nothing has to be said to take a handover back. */
    public record Undo() {}
}
