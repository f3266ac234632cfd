package org.aeoreach.training.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.training.after.Absences;
import org.aeoreach.web.Access;

/** Who did not come to a session and why, over REST. */
@Path("/api/v1/trainings/{id: [0-9]{1,18}}/absences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AbsencesResource {

    @Inject
    private Absences absences;

    /** How many were asked just now. */
    public record Asked(long asked) {}

    /** How many did not come, and what those who were asked said. */
    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public Absences.Picture absences(@PathParam("id") long id) {
        return absences.of(id);
    }

    /** Has all who were absent and were not asked yet asked why. */
    @POST
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    public Asked ask(@PathParam("id") long id) {
        return new Asked(absences.ask(id));
    }
}
