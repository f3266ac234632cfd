package org.aeoreach.enquiry.ask;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.scope.Right;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;

/** The setting by which an administrator lets the users of his enterprise see each other's questions. */
@Path("/portal/my/enquiries/sharing")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class SharingPages {

    @Inject
    private Sharing sharing;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.ADMINISTER)
    public JteModel form() {
        return page(current());
    }

    private Form current() {
        Sharing.Standing standing = sharing.get();
        return Form.of(Sharing.Choice.class).with("shared", standing.shared()).version(standing.version());
    }

    private JteModel page(Form form) {
        return new StaticTemplates().enquiryAskSharing(pages.titled("ask.sharing.title"), form);
    }

    @POST
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.ADMINISTER, body = 4096, audited = true)
    public Response set(Form form) {
        return forms.submit(form, Sharing.Choice.class)
                .again(this::page)
                .current(this::current)
                .run(choice -> {
                    sharing.set(form.version(), choice);
                    return forms.done(
                            "/portal/my/enquiries", choice.shared() ? "ask.done.shared" : "ask.done.unshared");
                });
    }
}
