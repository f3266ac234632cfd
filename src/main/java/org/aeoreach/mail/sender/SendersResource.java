package org.aeoreach.mail.sender;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.web.Access;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;

/** What letters of units come from, over REST. */
@Path("/api/v1/mail/senders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class SendersResource {

    @Inject
    private Senders senders;

    @GET
    @Access(roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR, AUDITOR})
    public Slice<SenderView> list(@BeanParam Paging paging) {
        return senders.list(paging.afterId(Long.MAX_VALUE), paging.limit());
    }

    @POST
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            body = 4096,
            audited = true)
    public SenderView set(@NotNull @Valid NewSender wanted) {
        return senders.set(wanted);
    }
}
