package org.aeoreach.identity.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.web.Access;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The viewer's own tokens, over REST. */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TokensResource {

    @Inject
    private Tokens tokens;

    @Inject
    private TokenList list;

    @Inject
    private CurrentViewer viewer;

    @GET
    @Path("tokens")
    @Access(Access.Who.SIGNED_IN)
    public Slice<TokenView> list(@BeanParam Paging paging) {
        return list.of(viewer.require().accountId(), paging.afterId(Long.MAX_VALUE), paging.limit());
    }

    /** The token is in this answer and never shown again. */
    @POST
    @Path("tokens")
    @Access(value = Access.Who.SIGNED_IN, body = 4096, audited = true, tokens = false)
    @APIResponseSchema(value = MadeToken.class, responseCode = "201")
    public Response make(@NotNull @Valid NewToken wanted) {
        return Response.status(201).entity(tokens.make(wanted, null)).build();
    }

    /** Ends a token at once. */
    @DELETE
    @Path("tokens/{id: [0-9]{1,18}}")
    @Access(value = Access.Who.SIGNED_IN, reach = Access.Reach.OWN, audited = true, tokens = false)
    public TokenView revoke(@PathParam("id") long id) {
        return tokens.revoke(viewer.require().accountId(), id);
    }
}
