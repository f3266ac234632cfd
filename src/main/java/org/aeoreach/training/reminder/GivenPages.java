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
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.registration.TicketStep;
import org.aeoreach.training.registration.Tickets;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.RateLimits;

/** Materials behind the secret link of who comes. */
@Path("/portal/trainings/tickets/{token: " + LinkToken.PATTERN + "}")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class GivenPages implements TicketStep {

    @Inject
    private Tickets tickets;

    @Inject
    private GivenMaterials materials;

    @Inject
    private RateLimits limits;

    @Inject
    private Pages pages;

    @Override
    public List<Step> steps(Tickets.Ticket ticket, LinkToken token) {
        return materials.of(token).isEmpty() ? List.of() : List.of(new Step("reminder.materials", "materials", false));
    }

    @GET
    @Path("materials")
    @Access(Access.Who.ANYONE)
    public JteModel materials(@PathParam("token") String token) {
        LinkToken link = open(token);
        return new StaticTemplates()
                .trainingReminderMaterials(
                        pages.titled("reminder.materials"), materials.of(link), Tickets.PATH + token);
    }

    @GET
    @Path("materials/{file: [0-9]{1,18}}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Access(Access.Who.ANYONE)
    public Response material(@PathParam("token") String token, @PathParam("file") long file) {
        return materials.download(open(token), file);
    }

    private LinkToken open(String token) {
        LinkToken link = LinkToken.of(token).orElseThrow(this::over);
        return tickets.open(link).map(ticket -> link).orElseThrow(this::over);
    }

    private Problem over() {
        limits.takeFor(Limit.BAD_TOKEN, "ticket:" + RequestContext.current().address());
        return new Problem(404, "session.problem.link-over");
    }
}
