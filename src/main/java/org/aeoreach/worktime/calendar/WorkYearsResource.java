package org.aeoreach.worktime.calendar;

import static org.aeoreach.scope.Role.GACC_OFFICER;
import static org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.web.Access;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The days of years over REST. */
@Path("/api/v1/working-time")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class WorkYearsResource {

    @Inject
    private WorkYears years;

    @GET
    @Path("years")
    @Access(Access.Who.OFFICERS)
    public Slice<WorkYear> list() {
        return new Slice<>(years.all(), null);
    }

    @GET
    @Path("years/{year: [0-9]{4}}")
    @Access(Access.Who.OFFICERS)
    @APIResponseSchema(WorkYear.class)
    public Response get(@PathParam("year") int year) {
        return tagged(years.get(year));
    }

    @PUT
    @Path("years/{year: [0-9]{4}}")
    @Access(
            roles = {GACC_OFFICER, SYSTEM_ADMINISTRATOR},
            body = 65_536,
            audited = true)
    @APIResponseSchema(WorkYear.class)
    public Response change(
            @PathParam("year") int year,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid YearChange change) {
        return tagged(years.change(year, Versions.required(ifMatch), change, "days"));
    }

    /** Makes one day off, worked, or what its weekday makes it. */
    @PUT
    @Path("days")
    @Access(
            roles = {GACC_OFFICER, SYSTEM_ADMINISTRATOR},
            body = 4096,
            audited = true)
    @APIResponseSchema(WorkYear.class)
    public Response changeDay(@NotNull @Valid DayChange change) {
        return tagged(years.change(change));
    }

    private static Response tagged(WorkYear year) {
        return Response.ok(year).tag(Versions.tag(year.version())).build();
    }
}
