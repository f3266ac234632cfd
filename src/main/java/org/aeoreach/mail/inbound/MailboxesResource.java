package org.aeoreach.mail.inbound;

import static org.aeoreach.scope.Role.AUDITOR;
import static org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;
import static org.aeoreach.scope.Role.UNIT_ADMINISTRATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.web.Access;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;

/** The mailboxes people write to, over REST. */
@Path("/api/v1/mail/mailboxes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MailboxesResource {

    @Inject
    private Mailboxes mailboxes;

    @GET
    @Access(roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR, AUDITOR})
    public Slice<MailboxView> list(@BeanParam Paging paging) {
        return mailboxes.list(paging.afterId(0), paging.limit());
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR, AUDITOR},
            reach = Access.Reach.SUBTREE)
    public MailboxView get(@PathParam("id") long id) {
        return mailboxes.get(id);
    }

    @POST
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            body = 4096,
            audited = true)
    public MailboxView add(@NotNull @Valid NewMailbox wanted) {
        return mailboxes.add(wanted);
    }

    @POST
    @Path("{id: [0-9]{1,18}}/on")
    @Consumes(MediaType.WILDCARD)
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            body = 4096,
            audited = true)
    public MailboxView on(@PathParam("id") long id) {
        return mailboxes.turn(id, true);
    }

    @POST
    @Path("{id: [0-9]{1,18}}/off")
    @Consumes(MediaType.WILDCARD)
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            body = 4096,
            audited = true)
    public MailboxView off(@PathParam("id") long id) {
        return mailboxes.turn(id, false);
    }
}
