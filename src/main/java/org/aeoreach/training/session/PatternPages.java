package org.aeoreach.training.session;

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
import java.time.LocalDate;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;

/** Many sessions from one: series and templates. */
@Path("/desk/trainings")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class PatternPages {

    private static final String HOME = "/desk/trainings/";
    private static final String ONE = "{id: [0-9]{1,18}}";

    @Inject
    private PlanSeries series;

    @Inject
    private CopySession copies;

    @Inject
    private Trainings trainings;

    @Inject
    private TrainingReader reader;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Path(ONE + "/series")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel planning(@PathParam("id") long id) {
        TrainingView pattern = reader.own(id);
        LocalDate day = pattern.local(pattern.startsAt()).toLocalDate();
        boolean english = pattern.titleEn() != null;
        return page(
                pattern,
                Form.of(NewSeries.class)
                        .with("firstDay", pattern.template() ? null : day.plusDays(7))
                        .with("rhythm", Rhythm.WEEKLY)
                        .with("count", 4)
                        .with("patternZh", pattern.titleZh() + "（{n}）")
                        .with("patternEn", english ? pattern.titleEn() + " ({n})" : null)
                        .with("numberFrom", pattern.template() ? 1 : 2));
    }

    private JteModel page(TrainingView pattern, Form form) {
        Page page = pages.titled("planning.series");
        Form offered = form.options("rhythm", Option.of(page, "planning.rhythm.", Rhythm.values()));
        return new StaticTemplates().trainingSessionSeries(page, pattern, offered);
    }

    @POST
    @Path(ONE + "/series")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response plan(@PathParam("id") long id, Form form) {
        TrainingView pattern = reader.own(id);
        return forms.submit(form, NewSeries.class)
                .again(failed -> page(pattern, failed))
                .run(wanted -> {
                    PlanSeries.Planned made = series.plan(id, wanted);
                    return forms.done(HOME + made.sessions().get(0).id(), "planning.done.series");
                });
    }

    @POST
    @Path(ONE + "/template")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response keep(@PathParam("id") long id) {
        return forms.done(HOME + copies.keep(id).id(), "planning.done.template");
    }

    @POST
    @Path(ONE + "/removal")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response drop(@PathParam("id") long id) {
        trainings.dropTemplate(id);
        return forms.done("/desk/trainings?templates=true", "planning.done.dropped");
    }
}
