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
import org.aeoreach.scope.Right;
import org.aeoreach.scope.Role;
import org.aeoreach.training.offer.Offers;
import org.aeoreach.training.registration.RegistrationStep;
import org.aeoreach.training.registration.RegistrationView;
import org.aeoreach.training.registration.Registrations;
import org.aeoreach.training.registration.TicketStep;
import org.aeoreach.training.session.TrainingKind;
import org.aeoreach.web.Access;
import org.aeoreach.web.form.Forms;

/** The programme of a conference for an enterprise, which chooses break-outs for those it registered. */
@Path("/portal/my/trainings/{registration: [0-9]{1,18}}/programme")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class MyProgrammePages implements RegistrationStep {

    private static final String PART = "{part: [0-9]{1,18}}/";

    @Inject
    private Registrations registrations;

    @Inject
    private Offers offers;

    @Inject
    private Choices choices;

    @Inject
    private ChoicePages pages;

    @Inject
    private Forms forms;

    @Override
    public List<TicketStep.Step> steps(RegistrationView registration) {
        return registration.status().alive()
                        && offers.any(registration.session()).kind() == TrainingKind.CONFERENCE
                        && !offers.part(registration.session())
                ? List.of(new TicketStep.Step("conference.choose-here", "programme", false))
                : List.of();
    }

    @GET
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.REGISTER, reach = Access.Reach.ENTERPRISE)
    public JteModel programme(@PathParam("registration") long id) {
        return pages.choosing(Choices.Delegate.of(registrations.get(id)), home(id));
    }

    private static String home(long id) {
        return "/portal/my/trainings/" + id + "/programme";
    }

    @POST
    @Path(PART + "choice")
    @Access(
            roles = Role.ENTERPRISE_USER,
            rights = Right.REGISTER,
            reach = Access.Reach.ENTERPRISE,
            body = 1024,
            audited = true)
    public Response choose(@PathParam("registration") long id, @PathParam("part") long part) {
        Choices.Delegate delegate = Choices.Delegate.of(registrations.get(id));
        return forms.done(home(id), DelegatePages.done(choices.choose(delegate, part, true)));
    }

    @POST
    @Path(PART + "withdrawal")
    @Access(
            roles = Role.ENTERPRISE_USER,
            rights = Right.REGISTER,
            reach = Access.Reach.ENTERPRISE,
            body = 1024,
            audited = true)
    public Response leave(@PathParam("registration") long id, @PathParam("part") long part) {
        choices.choose(Choices.Delegate.of(registrations.get(id)), part, false);
        return forms.done(home(id), "session.done.cancelled");
    }
}
