package org.aeoreach.training.registration;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
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
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.offer.OfferView;
import org.aeoreach.training.offer.Offers;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.RateLimits;
import org.aeoreach.web.form.Forms;

/** What the secret link in a letter opens: to confirm, to accept, to give up. */
@Path("/portal/trainings/tickets/{token: " + LinkToken.PATTERN + "}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class TicketPages {

    @Inject
    private Tickets tickets;

    @Inject
    private Offers offers;

    @Inject
    @Any
    private Instance<TicketStep> steps;

    @Inject
    private RateLimits limits;

    @Inject
    private TicketTries tries;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** Shows; changes nothing, so that whatever opens links in mails by itself confirms nothing. */
    @GET
    @Access(Access.Who.ANYONE)
    public JteModel ticket(@PathParam("token") String token) {
        LinkToken link = LinkToken.of(token).orElseThrow(this::over);
        Tickets.Ticket ticket = tickets.open(link).orElseThrow(this::over);
        OfferView offer = offers.any(ticket.session());
        Page plain = pages.titled("session.mine");
        Page page = pages.page(plain.pick(offer.titleZh(), offer.titleEn()));
        List<TicketStep.Step> more = steps.stream()
                .flatMap(each -> each.steps(ticket, link).stream())
                .toList();
        return new StaticTemplates().trainingRegistrationTicket(page, ticket, offer, Tickets.PATH + token, more);
    }

    private Problem over() {
        limits.takeFor(Limit.BAD_TOKEN, "ticket:" + RequestContext.current().address());
        return new Problem(404, "session.problem.link-over");
    }

    @POST
    @Path("confirmation")
    @Access(value = Access.Who.ANYONE, limit = Limit.TICKET, body = 1024, audited = true)
    public Response confirm(@PathParam("token") String token) {
        tries.take(token);
        return act(token, Deed.CONFIRM, "session.done.confirmed");
    }

    @POST
    @Path("acceptance")
    @Access(value = Access.Who.ANYONE, limit = Limit.TICKET, body = 1024, audited = true)
    public Response accept(@PathParam("token") String token) {
        tries.take(token);
        return act(token, Deed.ACCEPT, "session.done.accepted");
    }

    @POST
    @Path("cancellation")
    @Access(value = Access.Who.ANYONE, limit = Limit.TICKET, body = 1024, audited = true)
    public Response cancel(@PathParam("token") String token) {
        tries.take(token);
        return act(token, Deed.CANCEL, "session.done.cancelled");
    }

    private Response act(String token, Deed what, String key) {
        tickets.act(LinkToken.of(token).orElseThrow(Problem::notFound), what);
        return forms.done(Tickets.PATH + token, key);
    }
}
