package org.aeoreach.training.booking;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import org.aeoreach.platform.Time;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.base.RoomView;
import org.aeoreach.training.base.TrainingRooms;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;
import org.jspecify.annotations.Nullable;

/** Bookings at the desk: the list, a room asked for, one booking and what can be done with it. */
@Path("/desk/trainings/bookings")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class BookingPages {

    private static final String HOME = "/desk/trainings/bookings/";

    @Inject
    private Bookings bookings;

    @Inject
    private DecideBooking decisions;

    @Inject
    private TrainingRooms rooms;

    @Inject
    private BookingList list;

    @Inject
    private Lists lists;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    /**
     * What the page of a booking shows.
     *
     * @param rivals how many others ask for some of the same time
     * @param decidable whether the viewer may decide now
     * @param givable whether the viewer may give it up now
     * @param refusal the form for a reason
     */
    public record Shown(BookingView booking, long rivals, boolean decidable, boolean givable, Form refusal) {

        /** Its first day in Shanghai, for the address of its week. */
        public String day() {
            return booking.from().atZone(Time.ZONE).toLocalDate().toString();
        }
    }

    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        ListPage shown = lists.show(list, address);
        return lists.answer(
                shown, new StaticTemplates().trainingBookingList(pages.titled("venue.bookings.title"), shown));
    }

    @GET
    @Path("export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    /** @param day proposed, or null */
    @GET
    @Path("new/{room: [0-9]{1,18}}")
    @Access(Access.Who.OUTREACH_OFFICERS)
    public JteModel asking(@PathParam("room") long id, @QueryParam("day") @Nullable String day) {
        boolean known = day != null && day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        return page(id, Form.of(TypedWish.class).with("day", known ? day : ""));
    }

    @POST
    @Path("new/{room: [0-9]{1,18}}")
    @Access(value = Access.Who.OUTREACH_OFFICERS, body = 8192, audited = true)
    public Response ask(@PathParam("room") long id, Form form) {
        return forms.submit(form, TypedWish.class)
                .again(failed -> page(id, failed))
                .run(typed -> {
                    BookingView made = bookings.get(bookings.ask(id, typed.wish()));
                    return forms.done(
                            HOME + made.id(),
                            made.status() == BookingStatus.APPROVED ? "venue.done.booked" : "venue.done.asked");
                });
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel one(@PathParam("id") long id) {
        return page(bookings.get(id), Form.of(Refusal.class));
    }

    @POST
    @Path("{id: [0-9]{1,18}}/approval")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response approve(@PathParam("id") long id, Form form) {
        decisions.approve(id, form.version());
        return forms.done(HOME + id, "venue.done.approved");
    }

    @POST
    @Path("{id: [0-9]{1,18}}/refusal")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response refuse(@PathParam("id") long id, Form form) {
        return forms.submit(form, Refusal.class)
                .again(failed -> page(bookings.get(id), failed))
                .run(refusal -> {
                    decisions.refuse(id, form.version(), refusal);
                    return forms.done(HOME + id, "venue.done.refused");
                });
    }

    @POST
    @Path("{id: [0-9]{1,18}}/giving-up")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response giveUp(@PathParam("id") long id, Form form) {
        bookings.giveUp(id, form.version());
        return forms.done(HOME + id, "venue.done.given-up");
    }

    private JteModel page(long roomId, Form form) {
        RoomView room = rooms.get(roomId);
        Page page = pages.titled("venue.booking.new");
        return new StaticTemplates().trainingBookingForm(page, room, form);
    }

    private JteModel page(BookingView booking, Form refusal) {
        Page page = pages.page(booking.title());
        boolean running = booking.status().alive() && booking.until().isAfter(Instant.now(clock));
        boolean writes = page.viewer() != null && page.viewer().role().reachesOut();
        Form reason = refusal.named("refuse");
        return new StaticTemplates()
                .trainingBookingOne(
                        page,
                        new Shown(
                                booking,
                                bookings.rivals(booking.id()),
                                running && writes && booking.decides(),
                                running && writes && booking.asks() && booking.sessionId() == null,
                                reason.version(booking.version())));
    }
}
