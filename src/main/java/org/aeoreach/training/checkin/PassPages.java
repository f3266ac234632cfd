package org.aeoreach.training.checkin;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.registration.Tickets;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.RateLimits;

/** The ticket of the owner of a secret link, to show at the door or to print. */
@Path("/portal/trainings/tickets/{token: " + LinkToken.PATTERN + "}/pass")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class PassPages {

    @Inject
    private Passes passes;

    @Inject
    private RateLimits limits;

    @Inject
    private Pages pages;

    @GET
    @Access(Access.Who.ANYONE)
    public JteModel pass(@PathParam("token") String token) {
        Pass pass = LinkToken.of(token).flatMap(passes::of).orElseThrow(this::over);
        return new StaticTemplates().trainingCheckinPass(pages.titled("checkin.pass"), pass, Tickets.PATH + token);
    }

    private Problem over() {
        limits.takeFor(Limit.BAD_TOKEN, "ticket:" + RequestContext.current().address());
        return new Problem(404, "session.problem.link-over");
    }
}
