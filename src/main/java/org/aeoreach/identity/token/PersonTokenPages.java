package org.aeoreach.identity.token;

import static org.aeoreach.scope.Role.AUDITOR;
import static org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;
import static org.aeoreach.scope.Role.UNIT_ADMINISTRATOR;

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
import org.aeoreach.identity.oidc.ExternalAccounts;
import org.aeoreach.organization.people.People;
import org.aeoreach.organization.people.PersonView;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Pages;
import org.aeoreach.web.Paging;
import org.aeoreach.web.form.Forms;

/** The tokens of, and the identity provider's word for, a person of the viewer's unit or below: seen by who answers for him, and ended when need be. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class PersonTokenPages {

    @Inject
    private Tokens tokens;

    @Inject
    private TokenList list;

    @Inject
    private ExternalAccounts externals;

    @Inject
    private People people;

    @Inject
    private Pages pages;

    @Inject
    private Forms forms;

    @GET
    @Path("people/{id: [0-9]{1,18}}/tokens")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR, AUDITOR},
            reach = Access.Reach.SUBTREE)
    public JteModel list(@PathParam("id") long id, @BeanParam Paging paging) {
        PersonView person = people.get(id);
        String name = RequestContext.current().language().pick(person.nameZh(), person.nameEn());
        return new StaticTemplates()
                .identityPersontokens(
                        pages.titled("identity.token.of", name),
                        person,
                        list.of(person.id(), paging.afterId(Long.MAX_VALUE), paging.limit()),
                        externals.of(person.id()));
    }

    /** The next sign-in by the provider is matched anew. */
    @POST
    @Path("people/{id: [0-9]{1,18}}/providers/{identity: [0-9]{1,18}}/end")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            body = 4096,
            audited = true)
    public Response unbind(@PathParam("id") long id, @PathParam("identity") long identity) {
        externals.unbind(people.get(id).id(), identity);
        return forms.done("/desk/people/" + id + "/tokens", "identity.done.provider-unbound");
    }

    @POST
    @Path("people/{id: [0-9]{1,18}}/tokens/{token: [0-9]{1,18}}/revocation")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            body = 4096,
            audited = true)
    public Response revoke(@PathParam("id") long id, @PathParam("token") long token) {
        tokens.revoke(people.get(id).id(), token);
        return forms.done("/desk/people/" + id + "/tokens", "identity.done.token-revoked");
    }
}
