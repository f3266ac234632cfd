package org.aeoreach.training.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.session.SessionTabs;
import org.aeoreach.training.session.TrainingReader;
import org.aeoreach.training.session.TrainingView;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.picker.EnterprisePickers;

/** The page of the door: it stays open, works without network and sends when that is back. */
@Path("/desk/trainings")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class CheckInPages {

    @Inject
    private TrainingReader trainings;

    @Inject
    private DoorReader doors;

    @Inject
    private SessionTabs tabs;

    @Inject
    private EnterprisePickers pickers;

    @Inject
    private Pages pages;

    @GET
    @Path("{id: [0-9]{1,18}}/check-in")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE)
    public Response door(@PathParam("id") long id) {
        TrainingView training = trainings.own(id);
        Page plain = pages.titled("checkin.title");
        Page page = pages.page(plain.pick(training.titleZh(), training.titleEn()));
        Form form = Form.of(WalkIn.class);
        return Response.ok(new StaticTemplates()
                        .trainingCheckinDoor(
                                page,
                                training,
                                tabs.of(training, CheckInTab.NAME),
                                doors.of(training),
                                form,
                                pickers.of(form, "enterprise")))
                // The one page that may ask for the camera.
                .header("Permissions-Policy", "camera=(self), geolocation=(), microphone=()")
                .build();
    }
}
