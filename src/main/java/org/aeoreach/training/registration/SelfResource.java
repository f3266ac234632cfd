package org.aeoreach.training.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.aeoreach.platform.Problem;
import org.aeoreach.training.session.TrainingReader;
import org.aeoreach.web.Access;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The caller's own part in a session for officers. */
@Path("/api/v1/trainings/{id: [0-9]{1,18}}/self")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class SelfResource {

    @Inject
    private Registrations registrations;

    @Inject
    private TrainingReader trainings;

    @GET
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public RegistrationView get(@PathParam("id") long id) {
        return mine(id);
    }

    private RegistrationView mine(long id) {
        return registrations.myOwn(trainings.get(id).id()).orElseThrow(Problem::notFound);
    }

    /** Registers the caller; where no seat is left he waits. */
    @POST
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 32_768, audited = true)
    @APIResponseSchema(value = RegistrationView.class, responseCode = "201")
    public Response register(@PathParam("id") long id, @NotNull @Valid Myself how) {
        trainings.get(id);
        RegistrationView made = registrations.registerMyself(id, how);
        return Response.created(URI.create("/api/v1/trainings/" + id + "/self"))
                .entity(made)
                .build();
    }

    /** Gives it up. */
    @DELETE
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    public void cancel(@PathParam("id") long id) {
        registrations.act(mine(id).id(), Deed.CANCEL, null);
    }
}
