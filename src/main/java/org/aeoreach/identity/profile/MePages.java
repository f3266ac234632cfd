package org.aeoreach.identity.profile;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aeoreach.identity.Account;
import org.aeoreach.identity.Cookies;
import org.aeoreach.identity.Token;
import org.aeoreach.identity.password.Passwords;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.LanguageCookie;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.form.Secret;
import org.jspecify.annotations.Nullable;

/** My particulars, mail address, password and sessions. */
@Path("/me")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class MePages {

    @Inject
    private Me me;

    @Inject
    private Confirmation confirmation;

    @Inject
    private Passwords passwords;

    @Inject
    private Cookies cookies;

    @Inject
    private LanguageCookie languageCookie;

    @Inject
    private Pages pages;

    @Inject
    private Forms forms;

    /** The old password proves that it is the person himself who sits there. */
    public record PasswordChange(
            @Nullable @Secret @Size(max = 256) String current,
            @NotEmpty @Secret @Size(max = 256) String password) {}

    @GET
    @Access(Access.Who.SIGNED_IN)
    public JteModel me() {
        Me.Profile profile = me.profile();
        return page(particulars(profile), Form.of(Me.NewMail.class), profile);
    }

    private Form particulars(Me.Profile profile) {
        Account account = profile.account();
        return Form.of(Me.Particulars.class)
                .with("nameZh", account.nameZh())
                .with("nameEn", account.nameEn())
                .with("language", account.language())
                .with("timeZone", profile.timeZone())
                .version(profile.version());
    }

    private JteModel page(Form particulars, Form mail, Me.Profile profile) {
        Page page = pages.titled("identity.me.title");
        return new StaticTemplates().identityMe(page, profile, withOptions(page, particulars), mail.named("mail"));
    }

    private static Form withOptions(Page page, Form form) {
        List<Option> languages = Stream.of("ZH", "EN")
                .map(code -> new Option(code, page.t("identity.language." + code)))
                .toList();
        return form.options("language", languages).options("timeZone", TimeZones.options(page));
    }

    @POST
    @Access(value = Access.Who.SIGNED_IN, body = 8192, audited = true)
    public Response change(Form form) {
        return forms.submit(form, Me.Particulars.class)
                .again(failed -> page(failed, Form.of(Me.NewMail.class), me.profile()))
                .current(() -> withOptions(pages.titled("identity.me.title"), particulars(me.profile())))
                .run(wanted -> {
                    me.change(wanted, form.version());
                    Response done = forms.done("/me", "identity.done.particulars");
                    return Response.fromResponse(done)
                            .cookie(languageCookie.of(wanted.language()))
                            .build();
                });
    }

    @POST
    @Path("mail")
    @Access(value = Access.Who.SIGNED_IN, body = 4096, audited = true)
    public Response changeMail(Form form) {
        return forms.submit(form, Me.NewMail.class)
                .again(failed -> page(particulars(me.profile()), failed, me.profile()))
                .run(wanted -> {
                    me.changeMail(wanted);
                    return forms.done("/me", "identity.done.mail-asked");
                });
    }

    @GET
    @Path("password")
    @Access(Access.Who.SIGNED_IN)
    public JteModel password() {
        return passwordPage(Form.of(PasswordChange.class));
    }

    private JteModel passwordPage(Form form) {
        Account account = me.account();
        return new StaticTemplates()
                .identityPassword(
                        pages.titled("identity.password.title"),
                        form,
                        account,
                        passwords.rules(account.kind()),
                        passwords.expires(account.kind(), account.passwordSetAt()));
    }

    @POST
    @Path("password")
    @Access(value = Access.Who.SIGNED_IN, body = 4096, audited = true)
    public Response changePassword(Form form, @Context HttpHeaders headers) {
        return forms.submit(form, PasswordChange.class)
                .again(this::passwordPage)
                .run(change -> {
                    confirmation.require(me.account(), change.current());
                    me.changePassword(change.password(), session(headers));
                    return forms.done("/me/password", "identity.done.password-changed");
                });
    }

    @GET
    @Path("sessions")
    @Access(Access.Who.SIGNED_IN)
    public JteModel sessions(@Context HttpHeaders headers) {
        return new StaticTemplates()
                .identitySessions(pages.titled("identity.sessions.title"), me.sessions(session(headers)));
    }

    /** Ends all sessions but this one. */
    @POST
    @Path("sessions/end")
    @Access(value = Access.Who.SIGNED_IN, body = 4096, audited = true)
    public Response endOthers(@Context HttpHeaders headers) {
        me.endSessions(null, session(headers));
        return forms.done("/me/sessions", "identity.done.sessions-ended");
    }

    @POST
    @Path("sessions/{id: [0-9]{1,18}}/end")
    @Access(value = Access.Who.SIGNED_IN, reach = Access.Reach.OWN, body = 4096, audited = true)
    public Response end(@PathParam("id") long id, @Context HttpHeaders headers) {
        me.endSessions(id, session(headers));
        return forms.done("/me/sessions", "identity.done.session-ended");
    }

    private Optional<Token> session(HttpHeaders headers) {
        return cookies.read(headers.getCookies(), Cookies.Name.SESSION);
    }
}
