package org.aeoreach.training.portal;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Right;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.offer.OfferView;
import org.aeoreach.training.offer.Offers;
import org.aeoreach.training.registration.Attendee;
import org.aeoreach.training.registration.Deed;
import org.aeoreach.training.registration.RegistrationSteps;
import org.aeoreach.training.registration.RegistrationView;
import org.aeoreach.training.registration.Registrations;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.Paging;
import org.aeoreach.web.RateLimits;
import org.aeoreach.web.Slice;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;

/** Training of the enterprise the viewer acts for: whom it has registered, and registering more. */
@Path("/portal/my/trainings")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class MyTrainingPages {

    private static final String HOME = "/portal/my/trainings";
    private static final String ONE = "{registration: [0-9]{1,18}}";

    @Inject
    private Registrations registrations;

    @Inject
    private Offers offers;

    @Inject
    private OfferPages portal;

    @Inject
    private RegistrationSteps steps;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private RateLimits limits;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    @GET
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.REGISTER)
    public JteModel list(@BeanParam Paging paging) {
        Slice<RegistrationView> mine = registrations.mine(paging.afterId(Long.MAX_VALUE), paging.limit());
        Instant now = clock.instant();
        List<RegistrationView> coming = mine.items().stream()
                .filter(each -> each.endsAt().isAfter(now))
                .sorted(Comparator.comparing(RegistrationView::startsAt))
                .toList();
        List<RegistrationView> past = mine.items().stream()
                .filter(each -> !each.endsAt().isAfter(now))
                .sorted(Comparator.comparing(RegistrationView::startsAt).reversed())
                .toList();
        return new StaticTemplates().trainingPortalMine(pages.titled("session.mine"), coming, past, mine.next());
    }

    /** Registers somebody of the enterprise for a session. */
    @POST
    @Path("sessions/{id: [0-9]{1,18}}")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.REGISTER, body = 65_536, audited = true)
    public Response register(@PathParam("id") long id, Form form) {
        OfferView offer = offers.get(id);
        return forms.submit(form, Attendee.class)
                .again(failed -> portal.page(offer, failed))
                .run(who -> {
                    limits.take(Limit.ENQUIRY, viewer.require());
                    Long enterprise = viewer.require().enterpriseId();
                    if (enterprise == null) {
                        throw Problem.forbidden();
                    }
                    RegistrationView made = registrations.register(id, enterprise, who);
                    return forms.done(HOME + "/" + made.id(), made.done());
                });
    }

    @GET
    @Path(ONE)
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.REGISTER, reach = Access.Reach.ENTERPRISE)
    public JteModel one(@PathParam("registration") long id) {
        RegistrationView found = registrations.get(id);
        return new StaticTemplates().trainingPortalRegistration(pages.page(found.name()), found, steps.of(found));
    }

    @POST
    @Path(ONE + "/cancellation")
    @Access(
            roles = Role.ENTERPRISE_USER,
            rights = Right.REGISTER,
            reach = Access.Reach.ENTERPRISE,
            body = 4096,
            audited = true)
    public Response cancel(@PathParam("registration") long id) {
        registrations.act(id, Deed.CANCEL, null);
        return forms.done(HOME + "/" + id, "session.done.cancelled");
    }

    @POST
    @Path(ONE + "/acceptance")
    @Access(
            roles = Role.ENTERPRISE_USER,
            rights = Right.REGISTER,
            reach = Access.Reach.ENTERPRISE,
            body = 4096,
            audited = true)
    public Response accept(@PathParam("registration") long id) {
        registrations.act(id, Deed.ACCEPT, null);
        return forms.done(HOME + "/" + id, "session.done.accepted");
    }
}
