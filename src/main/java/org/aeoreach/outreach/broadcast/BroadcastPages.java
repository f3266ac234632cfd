package org.aeoreach.outreach.broadcast;

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
import java.time.Clock;
import org.aeoreach.outreach.Channel;
import org.aeoreach.platform.Time;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;

/** Broadcasts: the list, a new one, one of them. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class BroadcastPages {

    @Inject
    private Broadcasts broadcasts;

    @Inject
    private BroadcastList list;

    @Inject
    private Lists lists;

    @Inject
    private Clock clock;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Path("broadcasts")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        var shown = lists.show(list, address);
        return lists.answer(
                shown, new StaticTemplates().outreachBroadcasts(pages.titled("outreach.broadcasts.title"), shown));
    }

    @GET
    @Path("broadcasts/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    @GET
    @Path("broadcasts/new")
    @Access(Access.Who.WORKING_OFFICERS)
    public JteModel fresh() {
        return form(Form.of(Broadcasts.Broadcast.class)
                .with("day", Time.today(clock))
                .with("channel", Channel.LIVE_STREAM)
                .with("counted", "false"));
    }

    private JteModel form(Form form) {
        Page page = pages.titled("outreach.broadcast.new");
        return new StaticTemplates()
                .outreachBroadcastform(
                        page,
                        form.options("channel", Option.of(page, "outreach.channel.", Channel.values()))
                                .options(
                                        "counted",
                                        java.util.List.of(
                                                new Option("true", page.t("outreach.audience.COUNTED")),
                                                new Option("false", page.t("outreach.audience.ESTIMATED")))));
    }

    @POST
    @Path("broadcasts")
    @Access(value = Access.Who.WORKING_OFFICERS, body = 32768, audited = true)
    public Response record(Form form) {
        return forms.submit(form, Broadcasts.Broadcast.class)
                .again(this::form)
                .run(broadcast -> forms.done(
                        "/desk/broadcasts/" + broadcasts.record(broadcast).id(), "outreach.done.broadcast"));
    }

    @GET
    @Path("broadcasts/{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel one(@PathParam("id") long id) {
        BroadcastView broadcast = broadcasts.get(id);
        return page(broadcast, Form.of(Broadcasts.Reason.class).version(broadcast.version()));
    }

    private JteModel page(BroadcastView broadcast, Form form) {
        return new StaticTemplates().outreachBroadcast(pages.page(broadcast.title()), broadcast, form);
    }

    @POST
    @Path("broadcasts/{id: [0-9]{1,18}}/withdrawal")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response withdraw(@PathParam("id") long id, Form form) {
        return forms.submit(form, Broadcasts.Reason.class)
                .again(failed -> page(broadcasts.get(id), failed))
                .run(reason -> {
                    broadcasts.withdraw(id, form.version(), reason);
                    return forms.done("/desk/broadcasts/" + id, "outreach.done.withdrawn");
                });
    }
}
