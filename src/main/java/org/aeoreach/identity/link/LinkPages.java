package org.aeoreach.identity.link;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.aeoreach.identity.Account;
import org.aeoreach.identity.Token;
import org.aeoreach.identity.password.Passwords;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Secret;

/**
 * Where links in mail lead: to a first password, to another one after a reset, to the proof of a mail address. Opening
 * a link changes nothing, since mail programs open links too; sending the form uses it up.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class LinkPages {

    private static final String TOKEN = "{token: [A-Za-z0-9_-]{43}}";

    @Inject
    private UseLink links;

    @Inject
    private Forgotten forgotten;

    @Inject
    private Passwords passwords;

    @Inject
    private Pages pages;

    @Inject
    private Forms forms;

    /** The password to be used from now on. */
    public record NewPassword(
            @NotEmpty @Secret @Size(max = 256) String password) {}

    /** Login or mail address. */
    public record Who(@NotBlank @Size(max = 254) String loginOrMail) {}

    /** Nothing to fill in. */
    public record Confirmation() {}

    @GET
    @Path("forgotten")
    @Access(Access.Who.ANYONE)
    public JteModel forgottenForm() {
        return forgottenPage(Form.of(Who.class));
    }

    private JteModel forgottenPage(Form form) {
        return new StaticTemplates().identityForgotten(pages.titled("identity.forgotten.title"), form);
    }

    /** The same answer for everybody there is and there is not. */
    @POST
    @Path("forgotten")
    @Access(value = Access.Who.ANYONE, limit = Limit.RESET, body = 4096, audited = true)
    public Response forgotten(Form form) {
        return forms.submit(form, Who.class).again(this::forgottenPage).run(who -> {
            forgotten.sendLinks(who.loginOrMail());
            return Response.status(303).location(URI.create("/forgotten/sent")).build();
        });
    }

    @GET
    @Path("forgotten/sent")
    @Access(Access.Who.ANYONE)
    public JteModel sent() {
        return new StaticTemplates().identitySent(pages.titled("identity.sent.title"));
    }

    @GET
    @Path("invitation/" + TOKEN)
    @Access(Access.Who.ANYONE)
    public JteModel invitation(@PathParam("token") String token) {
        return choose(Purpose.INVITATION, token, Form.of(NewPassword.class));
    }

    @POST
    @Path("invitation/" + TOKEN)
    @Access(value = Access.Who.ANYONE, limit = Limit.PUBLIC_FORM, body = 4096, audited = true)
    public Response accept(@PathParam("token") String token, Form form) {
        return choose(Purpose.INVITATION, token, form, "identity.done.invitation-accepted");
    }

    @GET
    @Path("reset/" + TOKEN)
    @Access(Access.Who.ANYONE)
    public JteModel reset(@PathParam("token") String token) {
        return choose(Purpose.RESET, token, Form.of(NewPassword.class));
    }

    @POST
    @Path("reset/" + TOKEN)
    @Access(value = Access.Who.ANYONE, limit = Limit.PUBLIC_FORM, body = 4096, audited = true)
    public Response choose(@PathParam("token") String token, Form form) {
        return choose(Purpose.RESET, token, form, "identity.done.password-set");
    }

    private Response choose(Purpose purpose, String token, Form form, String done) {
        return forms.submit(form, NewPassword.class)
                .again(failed -> choose(purpose, token, failed))
                .run(chosen -> {
                    links.choosePassword(purpose, Token.of(token), chosen.password());
                    return forms.done("/sign-in", done);
                });
    }

    private JteModel choose(Purpose purpose, String token, Form form) {
        Account account = links.account(purpose, Token.of(token));
        String key = purpose == Purpose.INVITATION ? "identity.invitation.title" : "identity.reset.title";
        return new StaticTemplates()
                .identityChoose(pages.titled(key), form, account, purpose, passwords.rules(account.kind()));
    }

    @GET
    @Path("mail-confirmation/" + TOKEN)
    @Access(Access.Who.ANYONE)
    public JteModel mail(@PathParam("token") String token) {
        return new StaticTemplates()
                .identityConfirmmail(pages.titled("identity.mail.title"), links.newMail(Token.of(token)));
    }

    @POST
    @Path("mail-confirmation/" + TOKEN)
    @Access(value = Access.Who.ANYONE, limit = Limit.PUBLIC_FORM, body = 4096, audited = true)
    public Response confirmMail(@PathParam("token") String token, Form form) {
        return forms.submit(form, Confirmation.class).run(nothing -> {
            links.confirmMail(Token.of(token));
            return forms.done("/sign-in", "identity.done.mail-changed");
        });
    }
}
