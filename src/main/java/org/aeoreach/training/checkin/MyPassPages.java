package org.aeoreach.training.checkin;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.scope.Right;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.registration.AttendeeKey;
import org.aeoreach.training.registration.Registrations;
import org.aeoreach.web.Access;
import org.aeoreach.web.Pages;

/** Tickets of people of the enterprise the viewer acts for, and of officers. */
@Path("/portal/my/trainings")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class MyPassPages {

    @Inject
    private Passes passes;

    @Inject
    private Registrations registrations;

    @Inject
    private Pages pages;

    @GET
    @Path("{registration: [0-9]{1,18}}/pass")
    @Access(value = Access.Who.SIGNED_IN, rights = Right.REGISTER, reach = Access.Reach.ENTERPRISE)
    public JteModel pass(@PathParam("registration") long id) {
        return new StaticTemplates()
                .trainingCheckinPass(
                        pages.titled("checkin.pass"),
                        passes.of(id),
                        AttendeeKey.of(registrations.ours(id)).back());
    }
}
