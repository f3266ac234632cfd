package org.aeoreach.training.opinion;

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
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.after.AfterSessions;
import org.aeoreach.training.session.SessionTabs;
import org.aeoreach.training.session.TrainingView;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;

/** What was said of a session, for officers. */
@Path("/desk/trainings")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class OpinionPages {

    private static final String OF = "{id: [0-9]{1,18}}/feedback";

    @Inject
    private OpinionResults results;

    @Inject
    private AfterSessions sessions;

    @Inject
    private SessionTabs tabs;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** Whether somebody is to see to it. */
    public record Mark(boolean followUp) {}

    @GET
    @Path(OF)
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public JteModel feedback(@PathParam("id") long id) {
        TrainingView training = sessions.get(id);
        Page plain = pages.titled("opinion.title");
        Page page = pages.page(plain.pick(training.titleZh(), training.titleEn()));
        return new StaticTemplates()
                .trainingOpinionSession(page, training, tabs.of(training, OpinionTab.NAME), results.of(id));
    }

    @POST
    @Path(OF + "/{feedback: [0-9]{1,18}}/mark")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response mark(@PathParam("id") long id, @PathParam("feedback") long feedback, Form form) {
        return forms.submit(form, Mark.class).run(mark -> {
            results.mark(id, feedback, mark.followUp());
            return forms.done(
                    "/desk/trainings/" + id + "/" + OpinionTab.NAME,
                    mark.followUp() ? "opinion.done.marked" : "opinion.done.unmarked");
        });
    }
}
