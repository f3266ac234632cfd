package org.aeoreach.training.conference;

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
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.training.offer.Offers;
import org.aeoreach.training.registration.RegistrationStatus;
import org.aeoreach.training.registration.TicketStep;
import org.aeoreach.training.registration.TicketTries;
import org.aeoreach.training.registration.Tickets;
import org.aeoreach.training.session.TrainingKind;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.RateLimits;
import org.aeoreach.web.form.Forms;

/** The programme behind the secret link of a delegate, who chooses break-outs there. */
@Path("/portal/trainings/tickets/{token: " + LinkToken.PATTERN + "}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class DelegatePages implements TicketStep {

    private static final String PART = "programme/{part: [0-9]{1,18}}/";

    @Inject
    private Tickets tickets;

    @Inject
    private Offers offers;

    @Inject
    private Choices choices;

    @Inject
    private ChoicePages pages;

    @Inject
    private RateLimits limits;

    @Inject
    private TicketTries tries;

    @Inject
    private Forms forms;

    @Override
    public List<Step> steps(Tickets.Ticket ticket, LinkToken token) {
        return ticket.status().alive()
                        && offers.any(ticket.session()).kind() == TrainingKind.CONFERENCE
                        && !offers.part(ticket.session())
                ? List.of(new Step("conference.choose-here", "programme", false))
                : List.of();
    }

    @GET
    @Path("programme")
    @Access(Access.Who.ANYONE)
    public JteModel programme(@PathParam("token") String token) {
        return pages.choosing(delegate(token), home(token));
    }

    private static String home(String token) {
        return Tickets.PATH + token + "/programme";
    }

    private Choices.Delegate delegate(String token) {
        LinkToken link = LinkToken.of(token).orElseThrow(this::over);
        return Choices.Delegate.of(tickets.open(link).orElseThrow(this::over), link);
    }

    private Problem over() {
        limits.takeFor(Limit.BAD_TOKEN, "ticket:" + RequestContext.current().address());
        return new Problem(404, "session.problem.link-over");
    }

    @POST
    @Path(PART + "choice")
    @Access(value = Access.Who.ANYONE, limit = Limit.TICKET, body = 1024, audited = true)
    public Response choose(@PathParam("token") String token, @PathParam("part") long part) {
        tries.take(token);
        return forms.done(home(token), done(choices.choose(delegate(token), part, true)));
    }

    @POST
    @Path(PART + "withdrawal")
    @Access(value = Access.Who.ANYONE, limit = Limit.TICKET, body = 1024, audited = true)
    public Response leave(@PathParam("token") String token, @PathParam("part") long part) {
        tries.take(token);
        choices.choose(delegate(token), part, false);
        return forms.done(home(token), "session.done.cancelled");
    }

    static String done(RegistrationStatus status) {
        return switch (status) {
            case WAITING -> "session.done.waiting";
            case REQUESTED -> "session.done.requested";
            default -> "session.done.registered";
        };
    }
}
