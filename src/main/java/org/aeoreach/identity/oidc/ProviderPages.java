package org.aeoreach.identity.oidc;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.aeoreach.identity.Entrance;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.LocalAddress;
import org.aeoreach.web.Pages;
import org.jspecify.annotations.Nullable;

/** The way in and out by the identity provider. Where none is configured, none of this is there. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class ProviderPages {

    @Inject
    private ProviderSignIn provider;

    @Inject
    private OidcSettings settings;

    @Inject
    private SeedCookie seeds;

    @Inject
    private Entrance entrance;

    @Inject
    private ProviderMark mark;

    @Inject
    private Pages pages;

    /** Leads to the provider. A link, not a form: a form may not lead to another site here. */
    @GET
    @Path("sign-in/provider")
    @Access(value = Access.Who.ANYONE, limit = Limit.SIGN_IN)
    public Response depart(@QueryParam("next") @Nullable String next) {
        requireConfigured();
        String wanted =
                next == null || next.isEmpty() ? "" : LocalAddress.of(next).toString();
        ProviderSignIn.Departure departure = provider.depart(wanted);
        return Response.status(303)
                .location(departure.address())
                .cookie(seeds.of(departure.seed(), Flows.LIFE))
                .build();
    }

    /** The provider leads people back here with a code. */
    @GET
    @Path("sign-in/provider/return")
    @Access(value = Access.Who.ANYONE, limit = Limit.SIGN_IN, audited = true)
    public Response arrive(
            @QueryParam("code") @Nullable String code,
            @QueryParam("state") @Nullable String state,
            @QueryParam("iss") @Nullable String issuer,
            @QueryParam("error") @Nullable String error,
            @Context HttpHeaders headers) {
        requireConfigured();
        var arrived = provider.arrive(
                new ProviderSignIn.Arrival(code, state, issuer, error), seeds.read(headers.getCookies()));
        return Response.fromResponse(entrance.open(arrived.account(), arrived.next(), headers))
                .cookie(seeds.cleared(), mark.set())
                .build();
    }

    /** After a sign-out here: says that the provider may still know the person in this browser. */
    @GET
    @Path("signed-out")
    @Access(Access.Who.ANYONE)
    public JteModel signedOut() {
        requireConfigured();
        return new StaticTemplates()
                .identitySignedout(
                        pages.titled("identity.signed-out.title"),
                        settings.label(RequestContext.current().language()));
    }

    /** Leads to where the provider signs people out; to the portal when it does not do that. */
    @GET
    @Path("sign-in/provider/end")
    @Access(value = Access.Who.ANYONE, limit = Limit.SIGN_IN)
    public Response departForGood() {
        requireConfigured();
        return Response.status(303)
                .location(provider.departForGood().orElse(URI.create("/portal")))
                .build();
    }

    private void requireConfigured() {
        if (!settings.configured()) {
            throw Problem.notFound();
        }
    }
}
