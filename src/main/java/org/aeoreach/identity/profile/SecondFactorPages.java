package org.aeoreach.identity.profile;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Consumer;
import org.aeoreach.identity.Account;
import org.aeoreach.identity.secondfactor.SecondFactors;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Secret;
import org.jspecify.annotations.Nullable;

/** Setting up my second factor, renewing its recovery codes, giving it up. */
@Path("/me")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class SecondFactorPages {

    private static final String PAGE = "/me/second-factor";

    @Inject
    private Me me;

    @Inject
    private SecondFactors factors;

    @Inject
    private Confirmation confirmation;

    @Inject
    private Pages pages;

    @Inject
    private Forms forms;

    /** The password, where the person has one. */
    public record Password(
            @Nullable @Secret @Size(max = 256) String current) {}

    /** The code the app shows now. */
    public record FirstCode(@NotBlank @Size(max = 10) String code) {}

    @GET
    @Path("second-factor")
    @Access(Access.Who.SIGNED_IN)
    public JteModel form() {
        return page(Form.of(Password.class));
    }

    private JteModel page(Form form) {
        Account account = me.account();
        return new StaticTemplates()
                .identitySecondfactor(
                        pages.titled("identity.second-factor.title"), form, account, factors.state(account));
    }

    /** Makes a secret and shows it. */
    @POST
    @Path("second-factor")
    @Access(value = Access.Who.SIGNED_IN, body = 4096, audited = true)
    public Response begin(Form form) {
        return confirmed(form, account -> factors.offer(account), "identity.done.factor-offered");
    }

    /** Puts it in force; the answer shows the recovery codes this once. */
    @POST
    @Path("second-factor/confirmation")
    @Access(value = Access.Who.SIGNED_IN, body = 4096, audited = true)
    public Response confirm(Form form) {
        return forms.submit(form, FirstCode.class)
                .again(this::page)
                .run(given -> codes(factors.confirm(me.account(), given.code())));
    }

    @POST
    @Path("second-factor/codes")
    @Access(value = Access.Who.SIGNED_IN, body = 4096, audited = true)
    public Response renew(Form form) {
        return forms.submit(form, Password.class).again(this::page).run(given -> {
            Account account = me.account();
            confirmation.require(account, given.current());
            return codes(factors.renewCodes(account));
        });
    }

    @POST
    @Path("second-factor/removal")
    @Access(value = Access.Who.SIGNED_IN, body = 4096, audited = true)
    public Response remove(Form form) {
        return confirmed(
                form,
                account -> factors.remove(account, "identity.remove-second-factor"),
                "identity.done.factor-removed");
    }

    private Response confirmed(Form form, Consumer<Account> work, String done) {
        return forms.submit(form, Password.class).again(this::page).run(given -> {
            Account account = me.account();
            confirmation.require(account, given.current());
            work.accept(account);
            return forms.done(PAGE, done);
        });
    }

    private Response codes(List<String> codes) {
        return Response.ok(new StaticTemplates().identityCodes(pages.titled("identity.codes.title"), codes))
                .build();
    }
}
