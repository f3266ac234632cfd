package org.aeoreach.organization;

import static org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;
import static org.aeoreach.scope.Role.UNIT_ADMINISTRATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The unit tree over REST. Units are never deleted. */
@Path("/api/v1/units")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class UnitsResource {

    @Inject
    private Units units;

    @Inject
    private UnitDirectory directory;

    @GET
    @Access(value = Access.Who.SIGNED_IN, limit = Limit.SEARCH)
    public Slice<UnitView> list(
            @QueryParam("q") @DefaultValue("") String text,
            @QueryParam("kind") @Nullable UnitKind kind,
            @QueryParam("parent") @Nullable Long parent,
            @QueryParam("closed") boolean closed,
            @BeanParam Paging paging) {
        return directory.list(
                new UnitDirectory.Filter(text.strip(), kind, parent, closed), paging.after(), paging.limit());
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(Access.Who.SIGNED_IN)
    @APIResponseSchema(UnitView.class)
    public Response get(@PathParam("id") long id) {
        return tagged(Response.ok(), directory.get(id));
    }

    /** Present and former names. */
    @GET
    @Path("{id: [0-9]{1,18}}/names")
    @Access(Access.Who.SIGNED_IN)
    public Slice<UnitView.Name> names(@PathParam("id") long id) {
        directory.get(id);
        List<UnitView.Name> names = directory.names(id);
        return new Slice<>(names, null);
    }

    @POST
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            reach = Access.Reach.WRITE_SUBTREE,
            audited = true)
    @APIResponseSchema(value = UnitView.class, responseCode = "201")
    public Response open(@NotNull @Valid Units.NewHouse house) {
        UnitView unit = units.open(house);
        return tagged(Response.created(URI.create("/api/v1/units/" + unit.id())), unit);
    }

    @PUT
    @Path("{id: [0-9]{1,18}}/name")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            reach = Access.Reach.WRITE_SUBTREE,
            audited = true)
    @APIResponseSchema(UnitView.class)
    public Response rename(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Units.Renaming renaming) {
        return tagged(Response.ok(), units.rename(id, Versions.required(ifMatch), renaming));
    }

    @PUT
    @Path("{id: [0-9]{1,18}}/closure")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            reach = Access.Reach.WRITE_SUBTREE,
            audited = true)
    @APIResponseSchema(UnitView.class)
    public Response close(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Units.Closure closure) {
        return tagged(Response.ok(), units.close(id, Versions.required(ifMatch), closure));
    }

    @PUT
    @Path("{id: [0-9]{1,18}}/merger")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            reach = Access.Reach.WRITE_SUBTREE,
            audited = true)
    @APIResponseSchema(UnitView.class)
    public Response merge(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Units.Merger merger) {
        return tagged(Response.ok(), units.merge(id, Versions.required(ifMatch), merger));
    }

    private static Response tagged(Response.ResponseBuilder answer, UnitView unit) {
        return answer.entity(unit).tag(Versions.tag(unit.version())).build();
    }
}
