package org.aeoreach.enterprise.member;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
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

/** The users of the enterprise the signed-in administrator acts for, over REST. */
@Path("/api/v1/my")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MyUsersResource {

    @Inject
    private Members members;

    @Inject
    private ManageMembers manage;

    @Inject
    private Enterprises enterprises;

    @GET
    @Path("users")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.ADMINISTER)
    public Slice<MemberView> list(@BeanParam Paging paging) {
        return members.list(enterprises.mine().id(), paging.afterId(0), paging.limit());
    }

    /** Makes somebody a user and tells him by mail. */
    @POST
    @Path("users")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.ADMINISTER, limit = Limit.RESET, audited = true)
    @APIResponseSchema(value = MemberView.class, responseCode = "201")
    public Response invite(@NotNull @Valid ManageMembers.Invitation invitation) {
        MemberView member = manage.invite(invitation);
        return tagged(Response.created(URI.create("/api/v1/my/users/" + member.id())), member);
    }

    @GET
    @Path("users/{id: [0-9]{1,18}}")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.ADMINISTER, reach = Access.Reach.ENTERPRISE)
    @APIResponseSchema(MemberView.class)
    public Response get(@PathParam("id") long id) {
        return tagged(Response.ok(), members.ofMine(id));
    }

    @PUT
    @Path("users/{id: [0-9]{1,18}}")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.ADMINISTER, reach = Access.Reach.ENTERPRISE, audited = true)
    @APIResponseSchema(MemberView.class)
    public Response change(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ManageMembers.Change change) {
        return tagged(Response.ok(), manage.change(id, Versions.required(ifMatch), change));
    }

    /** Ends a user at once; he stays in the list as a past one. */
    @DELETE
    @Path("users/{id: [0-9]{1,18}}")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.ADMINISTER, reach = Access.Reach.ENTERPRISE, audited = true)
    @APIResponseSchema(MemberView.class)
    public Response end(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(Response.ok(), manage.end(id, Versions.required(ifMatch)));
    }

    private static Response tagged(Response.ResponseBuilder answer, MemberView member) {
        return answer.entity(member).tag(Versions.tag(member.version())).build();
    }
}
