package org.aeoreach.training.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.web.Access;

/** Who is there, for devices and programs. */
@Path("/api/v1/training-attendances")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AttendancesResource {

    @Inject
    private CheckIns checkIns;

    @Inject
    private Hall hall;

    /** Takes back that somebody is there. */
    @POST
    @Path("{attendance: [0-9]{1,18}}/undoing")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    public HallCount undo(@PathParam("attendance") long id) {
        return hall.count(checkIns.undo(id));
    }
}
