package org.aeoreach.identity;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.aeoreach.identity.link.Purpose;
import org.aeoreach.identity.oidc.ProviderButton;
import org.aeoreach.identity.oidc.ProviderMark;
import org.aeoreach.identity.password.Passwords;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.Viewer;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.RateLimits;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Secret;
import org.jspecify.annotations.Nullable;

/** The way in: password, second factor, a new password when the old one has expired. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class SignInPages {

    @Inject
    private SignIn signIn;

    @Inject
    private Sessions sessions;

    @Inject
    private ProviderMark provider;

    @Inject
    private ProviderButton button;

    @Inject
    private Entrance entrance;

    @Inject
    private Cookies cookies;

    @Inject
    private DemoAccounts accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private RateLimits limits;

    @Inject
    private Pages pages;

    @Inject
    private Forms forms;

    /** @param next where to go afterwards */
    public record Credentials(
            @NotBlank @Size(max = 200) String login,
            @NotEmpty @Secret String password,
            @Nullable String next) {}

    /** Six digits of the app, or a recovery code. */
    public record Code(
            @NotBlank @Size(max = 40) String code, @Nullable String next) {}

    /** The password to be used from now on. */
    public record NewPassword(
            @NotEmpty @Secret @Size(max = 256) String password,
            @Nullable String next) {}

    /** One of the ready accounts of a demo installation. */
    public record Demonstration(long account, @Nullable String next) {}

    @GET
    @Path("sign-in")
    @Access(Access.Who.ANYONE)
    public JteModel form(@QueryParam("next") @Nullable String next) {
        return page(Form.of(Credentials.class).with("next", next));
    }

    private JteModel page(Form form) {
        return new StaticTemplates()
                .identitySignin(
                        pages.titled("identity.sign-in.title"),
                        form,
                        DemoAccounts.groups(accounts.list()),
                        button.shown(form.value("next")));
    }

    /** With login and password; in a demo installation also as one of the accounts listed. */
    @POST
    @Path("sign-in")
    @Access(value = Access.Who.ANYONE, limit = Limit.SIGN_IN, body = 4096, audited = true)
    public Response signIn(Form form, @Context HttpHeaders headers) {
        if (form.has("account")) {
            return forms.submit(form, Demonstration.class).again(this::page).run(who -> demonstrate(who, headers));
        }
        return forms.submit(form, Credentials.class)
                .again(this::page)
                .run(given -> answer(
                        signIn.byPassword(given.login().strip(), given.password(), browser(headers)),
                        given.next(),
                        headers));
    }

    private Response demonstrate(Demonstration who, HttpHeaders headers) {
        if (accounts.list().stream().noneMatch(known -> known.id() == who.account())) {
            throw Problem.notFound();
        }
        limits.takeFor(Limit.SIGN_IN, Long.toString(who.account()));
        return answer(
                new SignIn.Step(null, sessions.open(who.account(), Entrance.agent(headers)), null),
                who.next(),
                headers);
    }

    @GET
    @Path("sign-in/code")
    @Access(Access.Who.ANYONE)
    public JteModel code(@QueryParam("next") @Nullable String next) {
        return codePage(Form.of(Code.class).with("next", next));
    }

    private JteModel codePage(Form form) {
        return new StaticTemplates().identityCode(pages.titled("identity.code.title"), form);
    }

    @POST
    @Path("sign-in/code")
    @Access(value = Access.Who.ANYONE, limit = Limit.SIGN_IN, body = 4096, audited = true)
    public Response secondFactor(Form form, @Context HttpHeaders headers) {
        return forms.submit(form, Code.class)
                .again(this::codePage)
                .run(given -> answer(
                        signIn.bySecondFactor(step(headers), given.code(), browser(headers)), given.next(), headers));
    }

    @GET
    @Path("sign-in/password")
    @Access(Access.Who.ANYONE)
    public JteModel password(@QueryParam("next") @Nullable String next) {
        return passwordPage(Form.of(NewPassword.class).with("next", next));
    }

    private JteModel passwordPage(Form form) {
        return new StaticTemplates()
                .identityExpired(pages.titled("identity.expired.title"), form, passwords.rules(Viewer.Kind.OFFICER));
    }

    @POST
    @Path("sign-in/password")
    @Access(value = Access.Who.ANYONE, limit = Limit.SIGN_IN, body = 4096, audited = true)
    public Response newPassword(Form form, @Context HttpHeaders headers) {
        return forms.submit(form, NewPassword.class)
                .again(this::passwordPage)
                .run(given -> answer(
                        signIn.byNewPassword(step(headers), given.password(), browser(headers)),
                        given.next(),
                        headers));
    }

    @POST
    @Path("sign-out")
    @Access(value = Access.Who.SIGNED_IN, body = 4096, audited = true)
    public Response signOut(@Context HttpHeaders headers) {
        cookies.read(headers.getCookies(), Cookies.Name.SESSION).ifPresent(sessions::close);
        return Response.status(303)
                .location(provider.afterSignOut(headers))
                .cookie(cookies.cleared(Cookies.Name.SESSION), provider.cleared())
                // The rest goes by script (shell.js), which leaves what a door has not sent yet.
                .header("Clear-Site-Data", "\"cache\"")
                .build();
    }

    private Optional<Token> step(HttpHeaders headers) {
        return cookies.read(headers.getCookies(), Cookies.Name.STEP);
    }

    private SignIn.Browser browser(HttpHeaders headers) {
        return new SignIn.Browser(cookies.read(headers.getCookies(), Cookies.Name.DEVICE), Entrance.agent(headers));
    }

    /** Leads to the step that is due, or in; the session this browser had before ends. */
    private Response answer(SignIn.Step step, @Nullable String next, HttpHeaders headers) {
        if (step.due() != null) {
            String page = step.due() == Purpose.SECOND_FACTOR ? "/sign-in/code" : "/sign-in/password";
            return Response.status(303)
                    .location(Onward.to(page, next))
                    .cookie(cookies.of(Cookies.Name.STEP, step.token()))
                    .build();
        }
        var response = Response.fromResponse(entrance.enter(step.token(), next, headers))
                .cookie(cookies.cleared(Cookies.Name.STEP));
        if (step.device() != null) {
            response.cookie(cookies.of(Cookies.Name.DEVICE, step.device()));
        }
        return response.build();
    }
}
