package org.aeoreach.enquiry.bulk;

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
import java.util.List;
import org.aeoreach.web.Access;

/** One deed for many enquiries over REST. */
@Path("/api/v1/enquiry-batches")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class BatchesResource {

    private static final int TEXT = 262_144;

    @Inject
    private Batches batches;

    @Inject
    private SentBatches sent;

    /** Does it with all of them, or with none. */
    @POST
    @Access(value = Access.Who.WORKING_OFFICERS, body = TEXT, audited = true)
    public Batches.Done carryOut(@NotNull @Valid Batch wanted) {
        return batches.carryOut(wanted);
    }

    /** Answers the caller sent together. */
    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.OWN)
    public List<SentBatches.Sent> sent(@PathParam("id") long id) {
        return sent.of(id);
    }

    /** Takes them all back. */
    @POST
    @Path("{id: [0-9]{1,18}}/undo")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.OWN, audited = true)
    public List<SentBatches.Sent> undo(@PathParam("id") long id) {
        sent.undo(id);
        return sent.of(id);
    }
}
