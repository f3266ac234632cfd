package org.aeoreach.training.after;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.registration.TicketStep;
import org.aeoreach.training.registration.TicketTries;
import org.aeoreach.training.registration.Tickets;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;

/** Where the letter after a session leads: what its reader can do now. */
@Path(AfterPages.ROOT)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class AfterPages {

    /** Pages of who follows a secret link. */
    public static final String ROOT = "/portal/trainings/tickets/{token: " + LinkToken.PATTERN + "}";

    @Inject
    private Guests guests;

    @Inject
    private AfterSteps steps;

    @Inject
    private Absences absences;

    @Inject
    private TicketTries tries;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Path("after")
    @Access(Access.Who.ANYONE)
    public JteModel after(@PathParam("token") String token) {
        Guest guest = guests.open(token);
        List<TicketStep.Step> ways =
                LinkToken.of(token).map(link -> steps.of(guest, link)).orElse(List.of());
        return new StaticTemplates().trainingAfterHub(titled(guest), guest, Tickets.PATH + token, ways);
    }

    private Page titled(Guest guest) {
        Page plain = pages.titled("session.mine");
        return pages.page(plain.pick(guest.titleZh(), guest.titleEn()));
    }

    /** Asks who did not come why. */
    @GET
    @Path("absence")
    @Access(Access.Who.ANYONE)
    public JteModel absence(@PathParam("token") String token) {
        Guest guest = guests.open(token);
        return absence(token, guest, absences.form(token));
    }

    private JteModel absence(String token, Guest guest, Form form) {
        Page page = titled(guest);
        Form offered = form.options("absenceReason", Option.of(page, "after.reason.", AbsenceReason.values()));
        return new StaticTemplates()
                .trainingAfterAbsence(page, guest, offered, Tickets.PATH + token, absences.open(token));
    }

    @POST
    @Path("absence")
    @Access(value = Access.Who.ANYONE, limit = Limit.TICKET, body = 8192, audited = true)
    public Response say(@PathParam("token") String token, Form form) {
        tries.take(token);
        Guest guest = guests.open(token);
        return forms.submit(form, AbsenceForm.class)
                .again(failed -> absence(token, guest, failed))
                .run(said -> {
                    absences.say(token, guest, said);
                    return forms.done(Tickets.PATH + token + "/after", "after.done.absence");
                });
    }
}
