package org.aeoreach.training.checkin;

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

/** The door of a session, for devices and programs. */
@Path("/api/v1/trainings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class CheckInsResource {

    private static final String ONE = "{id: [0-9]{1,18}}";

    @Inject
    private CheckIns checkIns;

    @Inject
    private Hall hall;

    /** Everybody who is expected or there. */
    @GET
    @Path(ONE + "/hall")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE)
    public HallList hall(@PathParam("id") long id) {
        return hall.list(id);
    }

    @GET
    @Path(ONE + "/hall/count")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE)
    public HallCount count(@PathParam("id") long id) {
        return hall.count(id);
    }

    /** Checks people in and out; what was sent before happens once. */
    @POST
    @Path(ONE + "/check-ins")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 262_144, audited = true)
    public CheckInAnswer take(@PathParam("id") long id, @NotNull @Valid CheckInBatch batch) {
        return checkIns.take(id, batch.checkIns());
    }
}
