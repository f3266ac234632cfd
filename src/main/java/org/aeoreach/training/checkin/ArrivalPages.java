package org.aeoreach.training.checkin;

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
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.registration.AttendeeKey;
import org.aeoreach.training.registration.Tickets;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.RateLimits;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;

/** Checking oneself in by a secret link. */
@Path("/portal/trainings/tickets/{token: " + LinkToken.PATTERN + "}/arrival")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class ArrivalPages {

    @Inject
    private SelfCheckIn arrivals;

    @Inject
    private Tickets tickets;

    @Inject
    private RateLimits limits;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Access(Access.Who.ANYONE)
    public JteModel entering(@PathParam("token") String token) {
        return page(token, Form.of(TypedCode.class));
    }

    private JteModel page(String token, Form form) {
        LinkToken link = LinkToken.of(token).orElseThrow(this::over);
        String name = tickets.open(link).orElseThrow(this::over).name();
        boolean open = arrivals.open(new SelfCheckIn.Who(link, 0));
        return new StaticTemplates()
                .trainingCheckinArrival(pages.titled("checkin.arrival"), name, form, open, AttendeeKey.of(link));
    }

    private SelfCheckIn.Who who(String token) {
        LinkToken link = LinkToken.of(token)
                .filter(each -> tickets.open(each).isPresent())
                .orElseThrow(this::over);
        return new SelfCheckIn.Who(link, 0);
    }

    private Problem over() {
        limits.takeFor(Limit.BAD_TOKEN, "ticket:" + RequestContext.current().address());
        return new Problem(404, "session.problem.link-over");
    }

    @POST
    @Access(value = Access.Who.ANYONE, limit = Limit.TICKET, body = 1024, audited = true)
    public Response arrive(@PathParam("token") String token, Form form) {
        return forms.submit(form, TypedCode.class)
                .again(failed -> page(token, failed))
                .run(typed -> {
                    arrivals.arrive(who(token), typed);
                    return forms.done(Tickets.PATH + token, "checkin.done.self");
                });
    }
}
