package org.aeoreach.enterprise.segment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Segments over REST. */
@Path("/api/v1/segments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class SegmentsResource {

    @Inject
    private Segments segments;

    /** A condition that is not saved. @param conditions JSON as text, as in a segment */
    public record Question(@NotBlank @Size(max = 20000) String conditions) {}

    @GET
    @Access(value = Access.Who.OFFICERS)
    public Slice<SegmentView> list(@BeanParam Paging paging) {
        return segments.list(paging.afterId(Long.MAX_VALUE), paging.limit());
    }

    @POST
    @Access(value = Access.Who.WORKING_OFFICERS, body = 65536, audited = true)
    @APIResponseSchema(value = SegmentView.class, responseCode = "201")
    public Response create(@NotNull @Valid Segments.Definition definition) {
        SegmentView made = segments.create(definition);
        return Versions.created("/api/v1/segments/" + made.id(), made, made.version());
    }

    /** How many enterprises of the viewer's range meet a condition; changes nothing. */
    @POST
    @Path("count")
    @Access(value = Access.Who.OFFICERS, body = 65536, limit = Limit.SEARCH)
    public SegmentCount ask(@NotNull @Valid Question question) {
        return segments.count(ConditionText.given(question.conditions()));
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.OWN)
    @APIResponseSchema(SegmentView.class)
    public Response get(@PathParam("id") long id) {
        return tagged(segments.get(id));
    }

    @GET
    @Path("{id: [0-9]{1,18}}/count")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.OWN, limit = Limit.SEARCH)
    public SegmentCount count(@PathParam("id") long id) {
        return segments.count(id);
    }

    @GET
    @Path("{id: [0-9]{1,18}}/members")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.OWN)
    public Slice<Segments.Member> members(@PathParam("id") long id, @BeanParam Paging paging) {
        return segments.members(id, paging.afterId(0), paging.limit());
    }

    @PUT
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.OWN, body = 65536, audited = true)
    @APIResponseSchema(SegmentView.class)
    public Response change(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Segments.Definition definition) {
        return tagged(segments.change(id, Versions.required(ifMatch), definition));
    }

    @DELETE
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.OWN, audited = true)
    public Response delete(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        segments.delete(id, Versions.required(ifMatch));
        return Response.noContent().build();
    }

    private static Response tagged(SegmentView view) {
        return Response.ok(view).tag(Versions.tag(view.version())).build();
    }
}
