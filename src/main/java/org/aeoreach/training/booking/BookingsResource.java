package org.aeoreach.training.booking;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Time;
import org.aeoreach.training.base.Bases;
import org.aeoreach.training.base.RoomUse;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Bookings over REST, and when the rooms of a base are taken. */
@Path("/api/v1/training-bookings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class BookingsResource {

    private static final String PATH = "/api/v1/training-bookings/";
    private static final int MOST_DAYS = 92;

    @Inject
    private Bookings bookings;

    @Inject
    private DecideBooking decisions;

    @Inject
    private Occupancy occupancy;

    @Inject
    private Bases bases;

    /** Those the caller's unit or one below asked for or decides about. */
    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Slice<BookingView> list(@BeanParam Paging paging) {
        return bookings.list(paging.afterId(0), paging.limit());
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    @APIResponseSchema(BookingView.class)
    public Response get(@PathParam("id") long id) {
        return tagged(id);
    }

    /**
     * When the rooms of a base are taken or asked for. Of bookings the caller may not see there is nothing but the time.
     *
     * @param from first day, in Shanghai
     * @param until last day, at most 92 days in all
     */
    @GET
    @Path("occupancy/{base: [0-9]{1,18}}")
    @Access(Access.Who.OFFICERS)
    public Slice<RoomUse.Use> occupancy(
            @PathParam("base") long base,
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until) {
        bases.get(base);
        LocalDate first = day("from", from);
        LocalDate last = day("until", until);
        if (last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS))) {
            throw Problem.invalid("until", "venue.invalid.span", MOST_DAYS);
        }
        return new Slice<>(occupancy.of(base, start(first), start(last.plusDays(1))), null);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Time.ZONE).toInstant();
    }

    private static LocalDate day(String field, @Nullable String text) {
        try {
            if (text == null || !text.matches("2[0-9]{3}-[0-9]{2}-[0-9]{2}")) {
                throw new DateTimeException("no day");
            }
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Problem.invalid(field, "web.invalid.date");
        }
    }

    /** Asks for a room; it is had at once where the caller decides about it or nobody has to. */
    @POST
    @Access(value = Access.Who.OUTREACH_OFFICERS, body = 8192, audited = true)
    @APIResponseSchema(value = BookingView.class, responseCode = "201")
    public Response ask(@NotNull @Valid NewBooking wanted) {
        BookingView made = bookings.get(bookings.ask(wanted.roomId(), wanted.wish()));
        return Versions.created(PATH + made.id(), made, made.version());
    }

    @POST
    @Path("{id: [0-9]{1,18}}/approval")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(BookingView.class)
    public Response approve(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        decisions.approve(id, Versions.required(ifMatch));
        return tagged(id);
    }

    /** Refuses a request, or takes an approval back. */
    @POST
    @Path("{id: [0-9]{1,18}}/refusal")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    @APIResponseSchema(BookingView.class)
    public Response refuse(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Refusal refusal) {
        decisions.refuse(id, Versions.required(ifMatch), refusal);
        return tagged(id);
    }

    @POST
    @Path("{id: [0-9]{1,18}}/giving-up")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, audited = true)
    @APIResponseSchema(BookingView.class)
    public Response giveUp(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        bookings.giveUp(id, Versions.required(ifMatch));
        return tagged(id);
    }

    private Response tagged(long id) {
        BookingView booking = bookings.get(id);
        return Response.ok(booking).tag(Versions.tag(booking.version())).build();
    }
}
