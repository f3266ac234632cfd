package org.aeoreach.identity;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.aeoreach.identity.oidc.ProviderButton;
import org.aeoreach.identity.oidc.ProviderMark;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.LocalAddress;
import org.aeoreach.web.Pages;
import org.aeoreach.web.RateLimits;
import org.jspecify.annotations.Nullable;

/** Sign-in, sign-out and the choice of the acting role. In a demo installation one picks a fictitious person. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class SignInPages {

    @Inject
    private Sessions sessions;

    @Inject
    private ProviderMark provider;

    @Inject
    private ProviderButton button;

    @Inject
    private SessionCookie cookie;

    @Inject
    private DemoAccounts accounts;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private RateLimits limits;

    @Inject
    private Pages pages;

    @GET
    @Path("sign-in")
    @Access(Access.Who.ANYONE)
    public JteModel form(@QueryParam("next") @Nullable String next) {
        return new StaticTemplates()
                .identitySignin(
                        pages.titled("identity.sign-in.title"),
                        accounts.list(),
                        next == null ? "" : next,
                        button.shown(next));
    }

    /** Takes a demo account; there are none in a real installation. */
    @POST
    @Path("sign-in")
    @Access(value = Access.Who.ANYONE, limit = Limit.SIGN_IN, body = 4096, audited = true)
    public Response signIn(@FormParam("account") @Nullable Long account, @FormParam("next") @Nullable String next) {
        if (account == null || accounts.list().stream().noneMatch(known -> known.id() == account)) {
            throw Problem.notFound();
        }
        limits.takeFor(Limit.SIGN_IN, account.toString());
        String opened = sessions.open(account);
        Viewer person = sessions.find(opened).orElseThrow(Problem::notFound);
        URI home = URI.create(person.role().isOfficer() ? "/desk" : "/portal/my");
        return Response.status(303)
                .location(next == null || next.isEmpty() ? home : LocalAddress.of(next))
                .cookie(cookie.of(opened))
                .build();
    }

    @POST
    @Path("sign-out")
    @Access(value = Access.Who.SIGNED_IN, body = 4096, audited = true)
    public Response signOut(@Context HttpHeaders headers) {
        cookie.read(headers.getCookies()).ifPresent(sessions::close);
        return Response.status(303)
                .location(provider.afterSignOut(headers))
                .cookie(cookie.cleared(), provider.cleared())
                .header("Clear-Site-Data", "\"cache\", \"storage\"")
                .build();
    }

    @GET
    @Path("acting")
    @Access(Access.Who.SIGNED_IN)
    public JteModel roles() {
        return new StaticTemplates()
                .identityActing(pages.titled("identity.acting.title"), viewer.require(), sessions.roles());
    }

    @POST
    @Path("acting")
    @Access(value = Access.Who.SIGNED_IN, body = 4096, audited = true)
    public Response act(
            @FormParam("assignment") @Nullable Long assignment,
            @FormParam("substitution") @Nullable Long substitution,
            @Context HttpHeaders headers) {
        if (assignment == null) {
            throw Problem.notFound();
        }
        String value = cookie.read(headers.getCookies()).orElseThrow(Problem::notFound);
        sessions.act(value, assignment, substitution);
        return Response.status(303)
                .location(URI.create(
                        sessions.find(value).map(v -> v.role().isOfficer()).orElse(false) ? "/desk" : "/portal/my"))
                .build();
    }
}
