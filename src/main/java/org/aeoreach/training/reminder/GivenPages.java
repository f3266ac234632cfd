package org.aeoreach.training.reminder;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.after.AfterPages;
import org.aeoreach.training.after.AfterStep;
import org.aeoreach.training.after.Guest;
import org.aeoreach.training.after.GuestVisit;
import org.aeoreach.training.after.Guests;
import org.aeoreach.training.registration.AttendeeKey;
import org.aeoreach.training.registration.TicketStep;
import org.aeoreach.web.Access;
import org.aeoreach.web.Pages;

/** Materials behind the secret link of who comes, or came unannounced. */
@Path(AfterPages.ROOT)
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class GivenPages implements AfterStep {

    @Inject
    private Guests guests;

    @Inject
    private GivenMaterials materials;

    @Inject
    private Pages pages;

    @Override
    public List<TicketStep.Step> steps(Guest guest, AttendeeKey key) {
        return materials.of(key).isEmpty()
                ? List.of()
                : List.of(new TicketStep.Step("reminder.materials", "materials", false));
    }

    @GET
    @Path("materials")
    @Access(Access.Who.ANYONE)
    public JteModel materials(@PathParam("token") String token) {
        GuestVisit visit = guests.open(token);
        AttendeeKey key = visit.key();
        // Who came unannounced has no page of a registration.
        String back = visit.guest().registration() == null ? key.back() : key.home();
        return new StaticTemplates()
                .trainingReminderMaterials(pages.titled("reminder.materials"), materials.of(key), key.home(), back);
    }

    @GET
    @Path("materials/{file: [0-9]{1,18}}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Access(Access.Who.ANYONE)
    public Response material(@PathParam("token") String token, @PathParam("file") long file) {
        return materials.download(guests.open(token).key(), file);
    }
}
