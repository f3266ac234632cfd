package org.aeoreach.identity.setup;

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
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.identity.password.Passwords;
import org.aeoreach.scope.Viewer;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;

/** The page that makes the first administrator; it does not exist before its code is printed or after it is used. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class SetupPages {

    @Inject
    private Setup setup;

    @Inject
    private Passwords passwords;

    @Inject
    private Pages pages;

    @Inject
    private Forms forms;

    @GET
    @Path("setup")
    @Access(value = Access.Who.ANYONE, limit = Limit.SIGN_IN)
    public JteModel form() {
        setup.requireOpen();
        return page(Form.of(Setup.Administrator.class).with("language", "ZH"));
    }

    private JteModel page(Form form) {
        Page page = pages.titled("identity.setup.title");
        List<Option> languages = Stream.of("ZH", "EN")
                .map(code -> new Option(code, page.t("identity.language." + code)))
                .toList();
        return new StaticTemplates()
                .identitySetup(page, form.options("language", languages), passwords.rules(Viewer.Kind.OFFICER));
    }

    @POST
    @Path("setup")
    @Access(value = Access.Who.ANYONE, limit = Limit.SIGN_IN, body = 8192, audited = true)
    public Response make(Form form) {
        setup.requireOpen();
        return forms.submit(form, Setup.Administrator.class).again(this::page).run(wanted -> {
            setup.make(wanted);
            return forms.done("/sign-in", "identity.done.set-up");
        });
    }
}
