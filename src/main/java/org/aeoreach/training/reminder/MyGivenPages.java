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
import org.aeoreach.scope.Right;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.registration.AttendeeKey;
import org.aeoreach.training.registration.RegistrationStep;
import org.aeoreach.training.registration.RegistrationView;
import org.aeoreach.training.registration.Registrations;
import org.aeoreach.training.registration.TicketStep;
import org.aeoreach.web.Access;
import org.aeoreach.web.Pages;

/** Materials for an enterprise, with what it has registered for, and for an officer. */
@Path("/portal/my/trainings/{registration: [0-9]{1,18}}/materials")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class MyGivenPages implements RegistrationStep {

    @Inject
    private Registrations registrations;

    @Inject
    private GivenMaterials materials;

    @Inject
    private Pages pages;

    @Override
    public List<TicketStep.Step> steps(RegistrationView registration) {
        return materials.of(AttendeeKey.of(registration)).isEmpty()
                ? List.of()
                : List.of(new TicketStep.Step("reminder.materials", "materials", false));
    }

    @GET
    @Access(value = Access.Who.SIGNED_IN, rights = Right.REGISTER, reach = Access.Reach.ENTERPRISE)
    public JteModel materials(@PathParam("registration") long id) {
        AttendeeKey key = AttendeeKey.of(registrations.ours(id));
        return new StaticTemplates()
                .trainingReminderMaterials(
                        pages.titled("reminder.materials"), materials.of(key), key.home(), key.back());
    }

    @GET
    @Path("{file: [0-9]{1,18}}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Access(value = Access.Who.SIGNED_IN, rights = Right.REGISTER, reach = Access.Reach.ENTERPRISE)
    public Response material(@PathParam("registration") long id, @PathParam("file") long file) {
        return materials.download(AttendeeKey.of(registrations.ours(id)), file);
    }
}
