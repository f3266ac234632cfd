package org.aeoreach.training.field;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.util.List;
import org.aeoreach.web.Access;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What people are asked when they register, over REST. */
@Path("/api/v1/trainings/{id: [0-9]{1,18}}/fields")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class FieldsResource {

    private static final String ONE = "{field: [0-9]{1,18}}";
    private static final int BODY = 32_768;

    @Inject
    private SessionFields fields;

    /** Those asked now, in their order. */
    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public List<AskedField> list(@PathParam("id") long id) {
        return fields.of(id);
    }

    @POST
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = BODY, audited = true)
    @APIResponseSchema(value = AskedField.class, responseCode = "201")
    public Response add(@PathParam("id") long id, @NotNull @Valid NewField wanted) {
        AskedField made = fields.add(id, wanted);
        return Versions.created("/api/v1/trainings/" + id + "/fields/" + made.id(), made, made.version());
    }

    @GET
    @Path(ONE)
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE)
    @APIResponseSchema(AskedField.class)
    public Response one(@PathParam("id") long id, @PathParam("field") long field) {
        return tagged(fields.own(id, field));
    }

    /** Words it anew; one that was answered ends, and the answer names the one that took its place. */
    @PUT
    @Path(ONE)
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = BODY, audited = true)
    @APIResponseSchema(AskedField.class)
    public Response change(
            @PathParam("id") long id,
            @PathParam("field") long field,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewField wanted) {
        return tagged(fields.change(id, field, Versions.required(ifMatch), wanted));
    }

    /** It is asked no more; answers stay. */
    @DELETE
    @Path(ONE)
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    public void end(
            @PathParam("id") long id,
            @PathParam("field") long field,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        fields.end(id, field, Versions.required(ifMatch));
    }

    private static Response tagged(AskedField field) {
        return Response.ok(field).tag(Versions.tag(field.version())).build();
    }
}
