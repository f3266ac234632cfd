package org.aeoreach.enquiry.passing;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.picker.Reach;
import org.aeoreach.web.picker.UnitPickers;

/** Passing an enquiry up, down or over. */
@Path("/desk/enquiries/{id: [0-9]{1,18}}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class PassPages {

    private static final int BODY = 262_144;

    @Inject
    private Passes passes;

    @Inject
    private PassSheets sheets;

    @Inject
    private UnitPickers units;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Path("pass-up")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel up(@PathParam("id") long id) {
        return upPage(id, sheets.blankUp(id));
    }

    private JteModel upPage(long id, Form form) {
        PassSheet sheet = sheets.up(id, form);
        Page page = pages.titled("passing.up.title", sheet.enquiry().number());
        return new StaticTemplates().enquiryPassingUp(page, sheet);
    }

    @POST
    @Path("pass-up")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = BODY, audited = true)
    public Response passUp(@PathParam("id") long id, Form form) {
        return forms.submit(form, PassUp.class)
                .again(failed -> upPage(id, failed))
                .current(() -> sheets.blankUp(id))
                .run(pass -> {
                    passes.up(id, form.version(), pass);
                    return forms.done("/desk/enquiries/" + id, "passing.done.up");
                });
    }

    @GET
    @Path("pass-down")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel down(@PathParam("id") long id) {
        return downPage(id, sheets.blankDown(id));
    }

    private JteModel downPage(long id, Form form) {
        PassSheet sheet = sheets.down(id, form);
        Page page = pages.titled("passing.down.title", sheet.enquiry().number());
        PassSheet complete =
                sheet.with(form.options("passOutcome", Option.of(page, "passing.outcome.", PassDown.Outcome.values())));
        return new StaticTemplates().enquiryPassingDown(page, complete);
    }

    @POST
    @Path("pass-down")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = BODY, audited = true)
    public Response passDown(@PathParam("id") long id, Form form) {
        return forms.submit(form, PassDown.class)
                .again(failed -> downPage(id, failed))
                .current(() -> sheets.blankDown(id))
                .run(pass -> {
                    passes.down(id, form.version(), pass);
                    return forms.done("/desk/enquiries/" + id, "passing.done.down");
                });
    }

    @GET
    @Path("transfer")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel transfer(@PathParam("id") long id) {
        return transferPage(id, sheets.blankTransfer(id));
    }

    private JteModel transferPage(long id, Form form) {
        PassSheet sheet = sheets.over(id, form.options("transferTo", units.options(Reach.ALL)));
        Page page = pages.titled("passing.transfer.title", sheet.enquiry().number());
        return new StaticTemplates().enquiryPassingTransfer(page, sheet);
    }

    @POST
    @Path("transfer")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = BODY, audited = true)
    public Response handOver(@PathParam("id") long id, Form form) {
        return forms.submit(form, Transfer.class)
                .again(failed -> transferPage(id, failed))
                .current(() -> sheets.blankTransfer(id))
                .run(transfer -> {
                    passes.transfer(id, form.version(), transfer);
                    return forms.done("/desk/enquiries", "passing.done.transfer");
                });
    }
}
