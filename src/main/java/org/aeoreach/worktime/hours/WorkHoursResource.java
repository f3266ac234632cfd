package org.aeoreach.worktime.hours;

import static org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;
import static org.aeoreach.scope.Role.UNIT_ADMINISTRATOR;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.aeoreach.platform.Time;
import org.aeoreach.web.Access;
import org.aeoreach.worktime.calendar.Days;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Hours of units over REST, and reckoning with them. */
@Path("/api/v1/working-time/units/{id: [0-9]{1,18}}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class WorkHoursResource {

    @Inject
    private WorkHours hours;

    @Inject
    private Clock clock;

    /** @param day today when nothing is given */
    @GET
    @Path("hours")
    @Access(Access.Who.OFFICERS)
    public UnitHours get(@PathParam("id") long id, @QueryParam("day") @Nullable String day) {
        return hours.of(id, day == null ? Time.today(clock) : Days.read("day", day));
    }

    @POST
    @Path("hours")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            reach = Access.Reach.WRITE_SUBTREE,
            body = 4096,
            audited = true)
    @APIResponseSchema(value = UnitHours.class, responseCode = "201")
    public Response set(@PathParam("id") long id, @NotNull @Valid NewHours wanted) {
        UnitHours set = hours.set(id, wanted);
        URI address = URI.create("/api/v1/working-time/units/" + id + "/hours?day=" + wanted.validFrom());
        return Response.created(address).entity(set).build();
    }

    /**
     * Working time from a moment to another, or to the end of so many working days or minutes.
     *
     * @param from such as 2026-11-23T08:00:00Z; now when nothing is given
     */
    @GET
    @Path("reckoning")
    @Access(Access.Who.OFFICERS)
    public Reckoning reckon(
            @PathParam("id") long id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("days") @Nullable Integer days,
            @QueryParam("minutes") @Nullable Integer minutes) {
        Instant begin = from == null ? clock.instant() : Days.moment("from", from);
        return Reckoning.of(hours.timeOf(id), begin, to == null ? null : Days.moment("to", to), days, minutes);
    }
}
