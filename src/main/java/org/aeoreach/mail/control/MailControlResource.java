package org.aeoreach.mail.control;

import static org.aeoreach.scope.Role.AUDITOR;
import static org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;
import static org.aeoreach.scope.Role.UNIT_ADMINISTRATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.web.Access;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The stop switch and the rates of all mail, over REST. */
@Path("/api/v1/mail/control")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class MailControlResource {

    @Inject
    private MailControl control;

    @GET
    @Access(roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR, AUDITOR})
    @APIResponseSchema(MailState.class)
    public Response get() {
        return tagged(control.state());
    }

    @POST
    @Path("stop")
    @Access(roles = SYSTEM_ADMINISTRATOR, body = 4096, audited = true)
    @APIResponseSchema(MailState.class)
    public Response stop(@NotNull @Valid StopReason why) {
        return tagged(control.stop(why));
    }

    @POST
    @Path("go-on")
    @Access(roles = SYSTEM_ADMINISTRATOR, body = 4096, audited = true)
    @APIResponseSchema(MailState.class)
    public Response goOn() {
        return tagged(control.goOn());
    }

    @PUT
    @Path("rates")
    @Access(roles = SYSTEM_ADMINISTRATOR, body = 32_768, audited = true)
    @APIResponseSchema(MailState.class)
    public Response rates(@HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Rates rates) {
        return tagged(control.set(Versions.required(ifMatch), rates));
    }

    private static Response tagged(MailState state) {
        return Response.ok(state).tag(Versions.tag(state.version())).build();
    }
}
