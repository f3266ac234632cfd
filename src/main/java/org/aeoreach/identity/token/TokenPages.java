package org.aeoreach.identity.token;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.aeoreach.identity.Sessions;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.Paging;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;

/** My tokens: what I have, make a new one, end one. */
@Path("/me")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class TokenPages {

    private static final String HERE = "/me/tokens";

    @Inject
    private Tokens tokens;

    @Inject
    private TokenList list;

    @Inject
    private Sessions sessions;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    @Inject
    private Pages pages;

    @Inject
    private Forms forms;

    @GET
    @Path("tokens")
    @Access(Access.Who.SIGNED_IN)
    public JteModel mine(@BeanParam Paging paging) {
        return page(TokenForm.fresh(viewer.require(), own()), paging);
    }

    private JteModel page(Form form, Paging paging) {
        Page page = pages.titled("identity.token.title");
        var items = list.of(viewer.require().accountId(), paging.afterId(Long.MAX_VALUE), paging.limit());
        Form complete = TokenForm.complete(form, page, own(), Time.today(clock));
        return new StaticTemplates().identityTokens(page, items, complete);
    }

    private List<Sessions.ActingRole> own() {
        return sessions.roles().stream()
                .filter(role -> role.substitutionId() == null)
                .toList();
    }

    /** The answer shows the token, once: it must not travel in an address or stay in a cookie. */
    @POST
    @Path("tokens")
    @Access(value = Access.Who.SIGNED_IN, body = 8192, audited = true)
    public Response make(Form form) {
        return forms.submit(form, TokenForm.class)
                .again(failed -> page(failed, new Paging()))
                .run(wanted -> Response.ok(made(wanted)).build());
    }

    private JteModel made(TokenForm form) {
        MadeToken made = tokens.make(form.wanted(Time.today(clock)), form.formKey());
        return new StaticTemplates().identityTokenmade(pages.titled("identity.token.made.title"), made);
    }

    @POST
    @Path("tokens/{id: [0-9]{1,18}}/revocation")
    @Access(value = Access.Who.SIGNED_IN, reach = Access.Reach.OWN, body = 4096, audited = true)
    public Response revoke(@PathParam("id") long id) {
        tokens.revoke(viewer.require().accountId(), id);
        return forms.done(HERE, "identity.done.token-revoked");
    }
}
