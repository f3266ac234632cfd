package org.aeoreach.enterprise.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.enterprise.Enterprises;
import org.aeoreach.web.Access;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** The users of an enterprise as its house sees them, over REST. */
@Path("/api/v1/enterprises")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EnterpriseUsersResource {

    @Inject
    private Members members;

    @Inject
    private ManageMembers manage;

    @Inject
    private Enterprises enterprises;

    @GET
    @Path("{id: [0-9]{1,18}}/users")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public Slice<MemberView> list(@PathParam("id") long id, @BeanParam Paging paging) {
        enterprises.standing(id);
        return members.list(id, paging.afterId(0), paging.limit());
    }

    /** Ends a user at once, for a reason he and his enterprise are told. */
    @POST
    @Path("users/{id: [0-9]{1,18}}/revocation")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    public MemberView revoke(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Enterprises.Reason reason) {
        return manage.revoke(id, Versions.required(ifMatch), reason);
    }
}
