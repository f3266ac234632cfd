package org.aeoreach.outreach.correction;

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
import org.aeoreach.outreach.ContactForm;
import org.aeoreach.outreach.ContactForms;
import org.aeoreach.outreach.TouchpointView;
import org.aeoreach.outreach.Touchpoints;
import org.aeoreach.platform.Problem;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;

/** Correcting a contact, and withdrawing one. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class CorrectionPages {

    @Inject
    private Touchpoints touchpoints;

    @Inject
    private Corrections corrections;

    @Inject
    private ContactForms contacts;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Path("touchpoints/{id: [0-9]{1,18}}/correction")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel correcting(@PathParam("id") long id) {
        return contacts.page(ContactForms.of(touchpoints.own(id)), id);
    }

    @POST
    @Path("touchpoints/{id: [0-9]{1,18}}/correction")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 65536, audited = true)
    public Response correct(@PathParam("id") long id, Form form) {
        touchpoints.own(id);
        return forms.submit(form, ContactForm.class)
                .again(failed -> contacts.page(failed, id))
                .current(() -> ContactForms.of(touchpoints.own(id)))
                .run(fields -> {
                    if (fields.reason().isEmpty()) {
                        throw Problem.invalid("reason", "web.invalid.NotBlank");
                    }
                    var correction = new Corrections.Correction(contacts.contact(form, fields), fields.reason());
                    corrections.correct(id, form.version(), correction);
                    return forms.done("/desk/touchpoints/" + id, "outreach.done.corrected");
                });
    }

    @GET
    @Path("touchpoints/{id: [0-9]{1,18}}/withdrawal")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel withdrawing(@PathParam("id") long id) {
        TouchpointView touchpoint = touchpoints.own(id);
        return page(touchpoint, Form.of(Corrections.Reason.class).version(touchpoint.version()));
    }

    private JteModel page(TouchpointView touchpoint, Form form) {
        return new StaticTemplates()
                .outreachWithdrawal(
                        pages.titled("outreach.withdrawal.title"),
                        touchpoint,
                        corrections.relying(touchpoint.id()),
                        form);
    }

    @POST
    @Path("touchpoints/{id: [0-9]{1,18}}/withdrawal")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response withdraw(@PathParam("id") long id, Form form) {
        return forms.submit(form, Corrections.Reason.class)
                .again(failed -> page(touchpoints.own(id), failed))
                .run(reason -> {
                    corrections.withdraw(id, form.version(), reason);
                    return forms.done("/desk/touchpoints/" + id, "outreach.done.withdrawn");
                });
    }
}
