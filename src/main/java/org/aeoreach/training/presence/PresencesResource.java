package org.aeoreach.training.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.aeoreach.web.Access;

/** Lists of participants, from programs. */
@Path("/api/v1/trainings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class PresencesResource {

    private static final String ONE = "{id: [0-9]{1,18}}/participants";

    @Inject
    private Presences presences;

    /** How many people attendance was made of. */
    public record Taken(int people) {}

    @GET
    @Path(ONE)
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE)
    public List<PresenceView> list(@PathParam("id") long id) {
        return presences.of(id);
    }

    /** Puts a list in the place of the one before. */
    @PUT
    @Path(ONE)
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4_194_304, audited = true)
    public List<PresenceView> put(@PathParam("id") long id, @NotNull @Valid PresenceRows rows) {
        return presences.put(id, rows.participants());
    }

    /** Makes attendance of it. */
    @POST
    @Path(ONE + "/taking")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 524_288, audited = true)
    public Taken take(@PathParam("id") long id, @NotNull @Valid Decided decided) {
        return new Taken(presences.take(id, decided));
    }
}
