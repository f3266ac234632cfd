package org.aeoreach.training.knowledge;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.after.AfterSessions;
import org.aeoreach.training.session.SessionTabs;
import org.aeoreach.training.session.TrainingView;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.Paging;

/** What the check showed, for officers: at a session, with everybody's own result. */
@Path("/desk/trainings")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class CheckPages {

    @Inject
    private CheckResults results;

    @Inject
    private AfterSessions sessions;

    @Inject
    private SessionTabs tabs;

    @Inject
    private Pages pages;

    @GET
    @Path("{id: [0-9]{1,18}}/check")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public JteModel session(@PathParam("id") long id, @BeanParam Paging paging) {
        TrainingView training = sessions.get(id);
        Page plain = pages.titled("knowledge.title");
        Page page = pages.page(plain.pick(training.titleZh(), training.titleEn()));
        return new StaticTemplates()
                .trainingKnowledgeSession(
                        page,
                        tabs.of(training, CheckTab.NAME),
                        results.ofSession(id),
                        results.people(id, paging.afterId(0), paging.limit()));
    }
}
