package org.aeoreach.mail.inbound;

import static org.aeoreach.scope.Role.AUDITOR;
import static org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;
import static org.aeoreach.scope.Role.UNIT_ADMINISTRATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.web.Access;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/** Mail that came in, over REST. */
@Path("/api/v1/mail/inbound")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class InboundResource {

    @Inject
    private InboundMails mails;

    @GET
    @Access(roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR, AUDITOR})
    public Slice<InboundView> list(@QueryParam("status") @Nullable String status, @BeanParam Paging paging) {
        return mails.list(status, paging.afterId(Long.MAX_VALUE), paging.limit());
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR, AUDITOR},
            reach = Access.Reach.SUBTREE)
    public InboundView get(@PathParam("id") long id) {
        return mails.get(id);
    }

    @POST
    @Path("{id: [0-9]{1,18}}/again")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            body = 4096,
            audited = true)
    public InboundView again(@PathParam("id") long id) {
        return mails.again(id);
    }

    @POST
    @Path("{id: [0-9]{1,18}}/close")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            body = 4096,
            audited = true)
    public InboundView close(@PathParam("id") long id) {
        return mails.close(id);
    }
}
