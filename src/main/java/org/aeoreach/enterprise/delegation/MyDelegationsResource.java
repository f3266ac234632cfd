package org.aeoreach.enterprise.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.aeoreach.enterprise.Enterprises;
import org.aeoreach.scope.Right;
import org.aeoreach.scope.Role;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Delegations the enterprise gave and those the person holds, over REST. */
@Path("/api/v1/my")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MyDelegationsResource {

    @Inject
    private Delegations delegations;

    @Inject
    private OfferDelegation offers;

    @Inject
    private AnswerDelegation answers;

    @Inject
    private EndDelegation ends;

    @Inject
    private Enterprises enterprises;

    @GET
    @Path("delegations")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.ADMINISTER)
    public Slice<DelegationView> given(@BeanParam Paging paging) {
        return delegations.given(enterprises.mine().id(), paging.afterId(Long.MAX_VALUE), paging.limit());
    }

    /** Offers rights to a representative, who is told by mail. */
    @POST
    @Path("delegations")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.ADMINISTER, limit = Limit.RESET, audited = true)
    @APIResponseSchema(value = DelegationView.class, responseCode = "201")
    public Response offer(@NotNull @Valid OfferDelegation.Offer offer) {
        DelegationView made = offers.offer(offer);
        return tagged(Response.created(URI.create("/api/v1/my/delegations/" + made.id())), made);
    }

    @GET
    @Path("delegations/{id: [0-9]{1,18}}")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.ADMINISTER, reach = Access.Reach.ENTERPRISE)
    @APIResponseSchema(DelegationView.class)
    public Response get(@PathParam("id") long id) {
        return tagged(Response.ok(), delegations.ofMine(id));
    }

    /** Ends the delegation, or withdraws the offer, at once. */
    @DELETE
    @Path("delegations/{id: [0-9]{1,18}}")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.ADMINISTER, reach = Access.Reach.ENTERPRISE, audited = true)
    @APIResponseSchema(DelegationView.class)
    public Response revoke(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(Response.ok(), ends.revoke(id, Versions.required(ifMatch)));
    }

    /** What the person himself holds or has been offered. */
    @GET
    @Path("representations")
    @Access(roles = Role.ENTERPRISE_USER)
    public List<DelegationView> held() {
        return delegations.held();
    }

    @POST
    @Path("representations/{id: [0-9]{1,18}}/acceptance")
    @Access(roles = Role.ENTERPRISE_USER, reach = Access.Reach.OWN, audited = true)
    @APIResponseSchema(DelegationView.class)
    public Response accept(@PathParam("id") long id) {
        return tagged(Response.ok(), answers.accept(id));
    }

    /** Declines the offer, or gives back what was accepted. */
    @DELETE
    @Path("representations/{id: [0-9]{1,18}}")
    @Access(roles = Role.ENTERPRISE_USER, reach = Access.Reach.OWN, audited = true)
    @APIResponseSchema(DelegationView.class)
    public Response giveBack(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(Response.ok(), ends.giveBack(id, Versions.required(ifMatch)));
    }

    private static Response tagged(Response.ResponseBuilder answer, DelegationView delegation) {
        return answer.entity(delegation).tag(Versions.tag(delegation.version())).build();
    }
}
