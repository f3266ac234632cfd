package org.aeoreach.enterprise.transfer;

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
import java.util.List;
import org.aeoreach.platform.Time;
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
import org.aeoreach.web.picker.Reach;
import org.aeoreach.web.picker.UnitPickers;

/** Requests for transfers: list, making one, one of them with its decision. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class TransferRequestPages {

    private static final String HERE = "/desk/transfer-requests";

    @Inject
    private TransferRequests requests;

    @Inject
    private AnswerTransferRequest answers;

    @Inject
    private TransferRequestList list;

    @Inject
    private Lists lists;

    @Inject
    private UnitPickers units;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    @GET
    @Path("transfer-requests")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        ListPage found = lists.show(list, address);
        return lists.answer(found, new StaticTemplates().enterpriseTransferList(pages.titled("transfer.title"), found));
    }

    @GET
    @Path("transfer-requests/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    @GET
    @Path("transfer-requests/new")
    @Access(Access.Who.WORKING_OFFICERS)
    public JteModel asking() {
        return asking(Form.of(TransferRequests.Wanted.class));
    }

    private JteModel asking(Form form) {
        List<Option> mine = units.options(Reach.MINE);
        Form filled = form.has("unitId") || mine.size() != 1
                ? form
                : form.with("unitId", mine.get(0).value());
        return new StaticTemplates()
                .enterpriseTransferAsk(pages.titled("transfer.new.title"), filled.options("unitId", mine));
    }

    /** Sent by the look-up of a code, so that the code stands in no address: the form with the code in it. */
    @POST
    @Path("transfer-requests/begun")
    @Access(value = Access.Who.WORKING_OFFICERS, body = 4096)
    public JteModel begun(Form sent) {
        return asking(Form.of(TransferRequests.Wanted.class).with("code", sent.value("code")));
    }

    @POST
    @Path("transfer-requests/new")
    @Access(value = Access.Who.WORKING_OFFICERS, limit = Limit.CODE, body = 8192, audited = true)
    public Response ask(Form form) {
        return forms.submit(form, TransferRequests.Wanted.class)
                .again(this::asking)
                .run(wanted -> forms.done(HERE + "/" + requests.ask(wanted).id(), "transfer.done.asked"));
    }

    @GET
    @Path("transfer-requests/{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel one(@PathParam("id") long id) {
        TransferRequestView request = requests.get(id);
        return page(request, acceptance(request), refusal(request));
    }

    private Form acceptance(TransferRequestView request) {
        return Form.of(AnswerTransferRequest.Acceptance.class)
                .with("from", Time.today(clock))
                .version(request.version())
                .named("acceptance");
    }

    private static Form refusal(TransferRequestView request) {
        return Form.of(AnswerTransferRequest.Refusal.class)
                .version(request.version())
                .named("refusal");
    }

    private JteModel page(TransferRequestView request, Form acceptance, Form refusal) {
        Page page = pages.titled("transfer.one", request.code());
        return new StaticTemplates().enterpriseTransferOne(page, request, acceptance, refusal);
    }

    @POST
    @Path("transfer-requests/{id: [0-9]{1,18}}/acceptance")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response accept(@PathParam("id") long id, Form form) {
        return forms.submit(form, AnswerTransferRequest.Acceptance.class)
                .again(failed -> {
                    TransferRequestView now = requests.get(id);
                    return page(now, failed.named("acceptance"), refusal(now));
                })
                .run(acceptance -> {
                    answers.accept(id, form.version(), acceptance);
                    return forms.done(HERE, "transfer.done.accepted");
                });
    }

    @POST
    @Path("transfer-requests/{id: [0-9]{1,18}}/refusal")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response refuse(@PathParam("id") long id, Form form) {
        return forms.submit(form, AnswerTransferRequest.Refusal.class)
                .again(failed -> {
                    TransferRequestView now = requests.get(id);
                    return page(now, acceptance(now), failed.named("refusal"));
                })
                .run(refusal -> {
                    answers.refuse(id, form.version(), refusal);
                    return forms.done(HERE + "/" + id, "transfer.done.refused");
                });
    }

    @POST
    @Path("transfer-requests/{id: [0-9]{1,18}}/withdrawal")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response withdraw(@PathParam("id") long id, Form form) {
        answers.withdraw(id, form.version());
        return forms.done(HERE + "/" + id, "transfer.done.withdrawn");
    }
}
