package org.aeoreach.training.closing;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.aeoreach.platform.Language;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.after.AfterSessions;
import org.aeoreach.training.session.SessionTabs;
import org.aeoreach.training.session.TrainingView;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.detail.Tab;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.picker.EnterpriseChoice;
import org.aeoreach.web.picker.EnterprisePicker;
import org.aeoreach.web.picker.EnterprisePickers;
import org.jspecify.annotations.Nullable;

/** Questions raised at a session, for officers: which there are, a new one, and an enquiry made of one. */
@Path("/desk/trainings/{id: [0-9]{1,18}}/questions")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class RaisedPages {

    @Inject
    private RaisedQuestions questions;

    @Inject
    private AfterSessions sessions;

    @Inject
    private SessionTabs tabs;

    @Inject
    private EnterprisePickers pickers;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** The form; the enterprise is typed and found, see {@link EnterprisePickers}. */
    public record Typed(
            @Nullable @Size(max = 200) String enterpriseText,
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 254) String mail,
            @NotBlank @Size(max = 4000) String question,
            @NotNull Language language) {}

    /** What the page shows. */
    public record Shown(
            TrainingView training,
            List<Tab> tabs,
            List<RaisedView> questions,
            Form form,
            EnterprisePicker enterprise) {}

    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public JteModel list(@PathParam("id") long id) {
        return page(id, Form.of(Typed.class).with("language", Language.ZH));
    }

    private JteModel page(long id, Form form) {
        TrainingView training = sessions.get(id);
        Page plain = pages.titled("closing.questions");
        Page page = pages.page(plain.pick(training.titleZh(), training.titleEn()));
        Form offered = form.options("language", Option.of(page, "session.letters.", Language.values()));
        return new StaticTemplates()
                .trainingClosingQuestions(
                        page,
                        new Shown(
                                training,
                                tabs.of(training, RaisedTab.NAME),
                                questions.of(id),
                                offered,
                                pickers.of(offered, "enterprise")));
    }

    @POST
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 32768, audited = true)
    public Response add(@PathParam("id") long id, Form form) {
        sessions.own(id);
        return forms.submit(form, Typed.class).again(failed -> page(id, failed)).run(typed -> {
            Long enterprise = pickers.resolve(EnterprisePickers.typed(form, "enterprise"))
                    .map(EnterpriseChoice::id)
                    .orElse(null);
            questions.add(
                    id, new NewRaised(typed.name(), typed.mail(), enterprise, typed.question(), typed.language()));
            return done(id, "closing.done.raised");
        });
    }

    private Response done(long id, String key) {
        return forms.done("/desk/trainings/" + id + "/" + RaisedTab.NAME, key);
    }

    @POST
    @Path("{question: [0-9]{1,18}}/enquiry")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response enquire(@PathParam("id") long id, @PathParam("question") long question) {
        questions.enquire(id, question);
        return done(id, "closing.done.enquired");
    }
}
