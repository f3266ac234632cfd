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
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.registration.TicketTries;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.form.Form;

/** Where the letter after a session leads: what its reader can do now. */
@Path(AfterPages.ROOT)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class AfterPages {

    /** Pages of who follows a secret link. */
    public static final String ROOT = "/portal/trainings/tickets/{token: " + LinkToken.PATTERN + "}";

    /** Pages of who is signed in and looks at a registration. */
    public static final String OWN = "/portal/my/trainings/{registration: [0-9]{1,18}}";

    @Inject
    private Guests guests;

    @Inject
    private AfterSteps steps;

    @Inject
    private TicketTries tries;

    @Inject
    private AbsenceSheets absences;

    @GET
    @Path("after")
    @Access(Access.Who.ANYONE)
    public JteModel after(@PathParam("token") String token) {
        GuestVisit visit = guests.open(token);
        return new StaticTemplates().trainingAfterHub(absences.titled(visit.guest()), visit, steps.of(visit));
    }

    /** Asks who did not come why. */
    @GET
    @Path("absence")
    @Access(Access.Who.ANYONE)
    public JteModel absence(@PathParam("token") String token) {
        return absences.page(guests.open(token));
    }

    @POST
    @Path("absence")
    @Access(value = Access.Who.ANYONE, limit = Limit.TICKET, body = 8192, audited = true)
    public Response say(@PathParam("token") String token, Form form) {
        tries.take(token);
        return absences.say(guests.open(token), form);
    }
}
