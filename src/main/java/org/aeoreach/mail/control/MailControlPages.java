package org.aeoreach.mail.control;

import static org.aeoreach.scope.Role.AUDITOR;
import static org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;
import static org.aeoreach.scope.Role.UNIT_ADMINISTRATOR;

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
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.upload.MalwareScan;

/** Whether mail leaves and how fast; who administers the whole country stops it and lets it go on. */
@Path("/desk/mail/control")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class MailControlPages {

    private static final String HERE = "/desk/mail/control";

    @Inject
    private MailControl control;

    @Inject
    private MalwareScan scan;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Access(roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR, AUDITOR})
    public JteModel state() {
        MailState state = control.state();
        return page(state, Form.of(StopReason.class), rates(state));
    }

    private static Form rates(MailState state) {
        return Form.of(Rates.Typed.class)
                .with("perSecond", state.perSecond())
                .with("perDomain", state.perDomain())
                .with("domains", state.lines())
                .version(state.version());
    }

    private JteModel page(MailState state, Form stop, Form rates) {
        Page page = pages.titled("mail.control.title");
        boolean master = page.is(SYSTEM_ADMINISTRATOR) && viewer.require().everywhere();
        return new StaticTemplates()
                .mailControl(page, state, stop.named("stop"), rates.named("rates"), master, scan.program());
    }

    @POST
    @Path("stop")
    @Access(roles = SYSTEM_ADMINISTRATOR, body = 4096, audited = true)
    public Response stop(Form form) {
        return forms.submit(form, StopReason.class)
                .again(failed -> {
                    MailState state = control.state();
                    return page(state, failed, rates(state));
                })
                .run(why -> {
                    control.stop(why);
                    return forms.done(HERE, "mail.done.stopped");
                });
    }

    @POST
    @Path("go-on")
    @Access(roles = SYSTEM_ADMINISTRATOR, body = 4096, audited = true)
    public Response goOn() {
        control.goOn();
        return forms.done(HERE, "mail.done.goes-on");
    }

    @POST
    @Path("rates")
    @Access(roles = SYSTEM_ADMINISTRATOR, body = 32_768, audited = true)
    public Response rates(Form form) {
        return forms.submit(form, Rates.Typed.class)
                .again(failed -> page(control.state(), Form.of(StopReason.class), failed))
                .current(() -> rates(control.state()))
                .run(typed -> {
                    control.set(form.version(), typed.read());
                    return forms.done(HERE, "mail.done.rates-set");
                });
    }
}
