package org.aeoreach.training.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.web.Access;

/** Reminders of a session over REST. */
@Path("/api/v1/trainings/{id: [0-9]{1,18}}/reminders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class RemindersResource {

    @Inject
    private Reminders reminders;

    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public ReminderSheet reminders(@PathParam("id") long id) {
        return reminders.of(id);
    }

    /** Sets how many days before who is in is reminded: some of 7, 3 and 1. */
    @PUT
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public ReminderSheet set(@PathParam("id") long id, @NotNull @Valid ReminderSettings wanted) {
        return reminders.set(id, wanted);
    }
}
