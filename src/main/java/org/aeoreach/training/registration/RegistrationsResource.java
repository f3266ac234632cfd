package org.aeoreach.training.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.web.Access;

/** One who comes, for programs of officers. */
@Path("/api/v1/training-registrations/{registration: [0-9]{1,18}}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class RegistrationsResource {

    @Inject
    private Registrations registrations;

    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public RegistrationView get(@PathParam("registration") long id) {
        return registrations.get(id);
    }

    @POST
    @Path("approval")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    public RegistrationView approve(@PathParam("registration") long id) {
        return registrations.act(id, Deed.APPROVE, null);
    }

    /** Refuses who asked; he is told why. */
    @POST
    @Path("refusal")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public RegistrationView refuse(@PathParam("registration") long id, @NotNull @Valid AttendeePages.Why why) {
        return registrations.act(id, Deed.REFUSE, why.reason());
    }

    /** Gives it up for him. */
    @POST
    @Path("cancellation")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public RegistrationView cancel(@PathParam("registration") long id, @NotNull @Valid AttendeePages.Why why) {
        return registrations.act(id, Deed.CANCEL, why.reason());
    }

    /** Accepts the seat offered for him. */
    @POST
    @Path("acceptance")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    public RegistrationView accept(@PathParam("registration") long id) {
        return registrations.act(id, Deed.ACCEPT, null);
    }
}
