package org.aeoreach.training.checkin;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.session.TrainingReader;
import org.aeoreach.training.session.TrainingView;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;

/** The page for the wall of the room: the code of this minute. */
@Path("/desk/trainings")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class RoomCodePages {

    @Inject
    private TrainingReader trainings;

    @Inject
    private SelfCheckIn arrivals;

    @Inject
    private Pages pages;

    @GET
    @Path("{id: [0-9]{1,18}}/room-code")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel shown(@PathParam("id") long id) {
        TrainingView training = trainings.own(id);
        Page plain = pages.titled("checkin.room-code");
        Page page = pages.page(plain.pick(training.titleZh(), training.titleEn()));
        return new StaticTemplates().trainingCheckinRoom(page, training, arrivals.shown(id));
    }
}
