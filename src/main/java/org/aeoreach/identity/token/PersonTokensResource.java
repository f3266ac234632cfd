package org.aeoreach.identity.token;

import static org.aeoreach.scope.Role.AUDITOR;
import static org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;
import static org.aeoreach.scope.Role.UNIT_ADMINISTRATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.organization.people.People;
import org.aeoreach.web.Access;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;

/** The tokens of a person of the viewer's unit or below, over REST. */
@Path("/api/v1/people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class PersonTokensResource {

    @Inject
    private Tokens tokens;

    @Inject
    private TokenList list;

    @Inject
    private People people;

    @GET
    @Path("{id: [0-9]{1,18}}/tokens")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR, AUDITOR},
            reach = Access.Reach.SUBTREE)
    public Slice<TokenView> list(@PathParam("id") long person, @BeanParam Paging paging) {
        return list.of(people.get(person).id(), paging.afterId(Long.MAX_VALUE), paging.limit());
    }

    /** Ends a token of the person at once. */
    @DELETE
    @Path("{id: [0-9]{1,18}}/tokens/{token: [0-9]{1,18}}")
    @Access(
            roles = {UNIT_ADMINISTRATOR, SYSTEM_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            audited = true,
            tokens = false)
    public TokenView revoke(@PathParam("id") long person, @PathParam("token") long token) {
        return tokens.revoke(people.get(person).id(), token);
    }
}
