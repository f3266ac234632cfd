package org.aeoreach.training.registration;

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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.aeoreach.training.session.TrainingReader;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Who comes to a session, for programs of officers. */
@Path("/api/v1/trainings/{id: [0-9]{1,18}}/registrations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AttendeesResource {

    @Inject
    private Registrations registrations;

    @Inject
    private TrainingReader trainings;

    /** Somebody of an enterprise. @param enterprise its number */
    public record Wanted(
            @NotNull Long enterprise, @NotNull @Valid Attendee attendee) {}

    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public Slice<RegistrationView> list(@PathParam("id") long id, @BeanParam Paging paging) {
        trainings.get(id);
        return registrations.of(id, paging.afterId(0), paging.limit());
    }

    @POST
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 65_536, audited = true)
    @APIResponseSchema(value = RegistrationView.class, responseCode = "201")
    public Response register(@PathParam("id") long id, @NotNull @Valid Wanted wanted) {
        trainings.get(id);
        RegistrationView made = registrations.register(id, wanted.enterprise(), wanted.attendee());
        return Response.created(URI.create("/api/v1/training-registrations/" + made.id()))
                .entity(made)
                .build();
    }
}
