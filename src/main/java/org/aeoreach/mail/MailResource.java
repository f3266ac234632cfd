package org.aeoreach.mail;

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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.aeoreach.web.Access;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/** Mail the system wrote for the viewer's unit and below, over REST. */
@Path("/api/v1/mail")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MailResource {

    @Inject
    private Mails mails;

    @GET
    @Access(roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR, AUDITOR})
    public Slice<MailView> list(@QueryParam("status") @Nullable String status, @BeanParam Paging paging) {
        return mails.list(MailStatus.named(status), paging.afterId(Long.MAX_VALUE), paging.limit());
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR, AUDITOR},
            reach = Access.Reach.SUBTREE)
    public MailView get(@PathParam("id") long id) {
        return mails.get(id);
    }

    /** Has a mail that was given up sent again. */
    @POST
    @Path("{id: [0-9]{1,18}}/retry")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public MailView retry(@PathParam("id") long id) {
        return mails.sendAgain(id);
    }

    /** Sends the text of a mail that left already once more, as a mail of its own. */
    @POST
    @Path("{id: [0-9]{1,18}}/repetition")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response repeat(@PathParam("id") long id) {
        MailView again = mails.repeat(id);
        return Response.created(URI.create("/api/v1/mail/" + again.id()))
                .entity(again)
                .build();
    }
}
