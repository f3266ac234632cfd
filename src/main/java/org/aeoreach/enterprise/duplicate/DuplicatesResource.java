package org.aeoreach.enterprise.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Suspected pairs and mergers over REST. */
@Path("/api/v1/enterprises")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class DuplicatesResource {

    @Inject
    private Pairs pairs;

    @Inject
    private Merges merges;

    /** Two enterprises by id. */
    public record Two(@NotNull Long firstId, @NotNull Long secondId) {}

    @GET
    @Path("duplicates")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Slice<Pair> list(@BeanParam Paging paging) {
        return pairs.list(paging.afterId(0), paging.limit());
    }

    @POST
    @Path("duplicates")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Pair suspect(@NotNull @Valid Two two) {
        return pairs.suspect(two.firstId(), two.secondId());
    }

    @POST
    @Path("duplicates/{id: [0-9]{1,18}}/dismissal")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Pair dismiss(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Pairs.Note note) {
        return pairs.dismiss(id, Versions.required(ifMatch), note);
    }

    @POST
    @Path("mergers")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 16384, audited = true)
    @APIResponseSchema(value = MergeView.class, responseCode = "201")
    public Response merge(@NotNull @Valid Merges.Wanted wanted) {
        MergeView made = merges.merge(wanted);
        return Response.created(URI.create("/api/v1/enterprises/mergers/" + made.id()))
                .entity(made)
                .build();
    }

    @GET
    @Path("mergers/{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public MergeView merger(@PathParam("id") long id) {
        return merges.get(id);
    }

    @POST
    @Path("mergers/{id: [0-9]{1,18}}/undo")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public MergeView undo(@PathParam("id") long id) {
        return merges.undo(id);
    }
}
