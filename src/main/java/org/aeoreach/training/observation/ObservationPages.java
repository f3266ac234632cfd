package org.aeoreach.training.observation;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.registration.TicketStep;
import org.aeoreach.training.registration.TicketTries;
import org.aeoreach.training.registration.Tickets;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.RateLimits;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;

/** Behind the secret link of who observes: the statement, and the way in. */
@Path("/portal/trainings/tickets/{token: " + LinkToken.PATTERN + "}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class ObservationPages implements TicketStep {

    @Inject
    private Admission admission;

    @Inject
    private Statements statements;

    @Inject
    private RoomCookie cookie;

    @Inject
    private RateLimits limits;

    @Inject
    private TicketTries tries;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** The edition he was shown. */
    public record Accepted(@NotNull Integer edition) {}

    @Override
    public List<Step> steps(Tickets.Ticket ticket, LinkToken token) {
        return admission
                .standing(token)
                .map(seen -> List.of(new Step(
                        seen.acceptedAt() == null ? "observation.accept-first" : "observation.to-room",
                        "observation",
                        true)))
                .orElse(List.of());
    }

    @GET
    @Path("observation")
    @Access(Access.Who.ANYONE)
    public JteModel observation(@PathParam("token") String token) {
        LinkToken link = LinkToken.of(token).orElseThrow(this::over);
        Admission.Standing seen = admission.standing(link).orElseThrow(this::over);
        return new StaticTemplates()
                .trainingObservationMine(
                        pages.titled("observation.title"), seen, statements.now(), Tickets.PATH + token);
    }

    private Problem over() {
        limits.takeFor(Limit.BAD_TOKEN, "ticket:" + RequestContext.current().address());
        return new Problem(404, "session.problem.link-over");
    }

    @POST
    @Path("observation")
    @Access(value = Access.Who.ANYONE, limit = Limit.TICKET, body = 1024, audited = true)
    public Response accept(@PathParam("token") String token, Form form) {
        tries.take(token);
        LinkToken link = LinkToken.of(token).orElseThrow(Problem::notFound);
        admission.accept(link, forms.read(form, Accepted.class).edition());
        return forms.done(Tickets.PATH + token + "/observation", "observation.done.accepted");
    }

    /** Leads to the session, on the device on which he first came; the address he came from is told to nobody. */
    @GET
    @Path("room")
    @Access(value = Access.Who.ANYONE, limit = Limit.SEARCH, audited = true)
    public Response enter(@PathParam("token") String token, @Context HttpHeaders headers) {
        LinkToken link = LinkToken.of(token).orElseThrow(this::over);
        LinkToken mark = cookie.read(headers.getCookies()).orElseGet(LinkToken::fresh);
        String where = admission.enter(link, mark);
        return Response.seeOther(URI.create(where))
                .cookie(cookie.of(mark))
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .build();
    }
}
