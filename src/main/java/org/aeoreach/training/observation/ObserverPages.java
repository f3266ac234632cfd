package org.aeoreach.training.observation;

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
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.registration.RegistrationView;
import org.aeoreach.training.session.SessionTabs;
import org.aeoreach.training.session.TrainingReader;
import org.aeoreach.training.session.TrainingView;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;

/** Who observes, for officers: who promised, who entered; the statement and its editions. */
@Path("/desk/trainings")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class ObserverPages {

    private static final String STATEMENT = "/desk/trainings/statement";

    @Inject
    private TrainingReader trainings;

    @Inject
    private Observers observers;

    @Inject
    private Statements statements;

    @Inject
    private SessionTabs tabs;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Path("{id: [0-9]{1,18}}/observers")
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

    @POST
    @Path("registrations/{registration: [0-9]{1,18}}/readmission")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response readmit(@PathParam("registration") long id) {
        RegistrationView seen = observers.readmit(id);
        return forms.done("/desk/trainings/" + seen.session() + "/observers", "observation.done.readmitted");
    }

    @GET
    @Path("statement")
    @Access(Access.Who.OFFICERS)
    public JteModel statement() {
        StatementView now = statements.now();
        return page(
                Form.of(NewStatement.class).with("statementZh", now.textZh()).with("statementEn", now.textEn()));
    }

    private JteModel page(Form form) {
        return new StaticTemplates()
                .trainingObservationStatement(
                        pages.titled("observation.statement"), statements.all(), form, statements.mine());
    }

    /** Another edition; by officers of the General Administration. */
    @POST
    @Path("statement")
    @Access(roles = Role.GACC_OFFICER, body = 65_536, audited = true)
    public Response word(Form form) {
        return forms.submit(form, NewStatement.class).again(this::page).run(wanted -> {
            statements.add(wanted);
            return forms.done(STATEMENT, "observation.done.worded");
        });
    }
}
