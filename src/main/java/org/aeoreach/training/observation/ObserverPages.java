package org.aeoreach.training.observation;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.session.SessionTabs;
import org.aeoreach.training.session.TrainingReader;
import org.aeoreach.training.session.TrainingView;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;

/** Who observes, for officers: who promised, who entered. */
@Path("/desk/trainings/{id: [0-9]{1,18}}/observers")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class ObserverPages {

    @Inject
    private TrainingReader trainings;

    @Inject
    private Observers observers;

    @Inject
    private Statements statements;

    @Inject
    private SessionTabs tabs;

    @Inject
    private Pages pages;

    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel observers(@PathParam("id") long id) {
        TrainingView training = trainings.get(id);
        Page page = pages.page(pages.titled("session.title").pick(training.titleZh(), training.titleEn()));
        boolean writable =
                training.own() && page.viewer() != null && page.viewer().role().reachesOut();
        return new StaticTemplates()
                .trainingObservationObservers(
                        page,
                        observers.of(id),
                        tabs.of(training, ObserverTab.NAME),
                        statements.now().edition(),
                        writable);
    }
}
