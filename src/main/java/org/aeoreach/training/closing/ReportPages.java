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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.outreach.task.FollowUp;
import org.aeoreach.outreach.task.Owners;
import org.aeoreach.platform.Time;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.after.Absences;
import org.aeoreach.training.after.AfterSessions;
import org.aeoreach.training.session.SessionTabs;
import org.aeoreach.training.session.TrainingView;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.detail.Tab;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.jspecify.annotations.Nullable;

/** The closing report of a session, for officers: read, written, finished, opened again; and what is done from it. */
@Path("/desk/trainings/{id: [0-9]{1,18}}/report")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class ReportPages {

    private static final int BODY = 131_072;

    @Inject
    private Reports reports;

    @Inject
    private RaisedQuestions questions;

    @Inject
    private Absences absences;

    @Inject
    private AfterSessions sessions;

    @Inject
    private SessionTabs tabs;

    @Inject
    private Owners owners;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    /** Something to be followed up. @param taskOwner account of who does it, or null for who writes it */
    public record NewTask(
            @NotBlank @Size(max = FollowUp.LONGEST) String taskTitle,
            @NotNull LocalDate taskDue,
            @Nullable Long taskOwner) {

        FollowUp task() {
            return new FollowUp(taskTitle, taskDue, taskOwner);
        }
    }

    /** The forms on the page. @param failed of which of them something is wrong: write, task, reopen or nothing */
    public record Deeds(Form write, Form task, Form reopen, String failed) {}

    /** What the page shows. */
    public record Shown(
            TrainingView training,
            List<Tab> tabs,
            ReportView report,
            List<RaisedView> questions,
            Absences.Picture absences,
            Deeds deeds) {}

    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel report(@PathParam("id") long id) {
        return page(id, deeds(reports.get(id)));
    }

    private Deeds deeds(ReportView report) {
        return new Deeds(
                written(report),
                Form.of(NewTask.class)
                        .with("taskDue", Time.today(clock).plusDays(14))
                        .named("task"),
                Form.of(Reports.Reopening.class).named("reopen").version(report.version()),
                "");
    }

    private static Form written(ReportView report) {
        return Form.of(NewReport.class)
                .with("reportSummary", report.summary())
                .with("reportIssues", report.issues())
                .version(report.version());
    }

    private JteModel page(long id, Deeds deeds) {
        TrainingView training = sessions.get(id);
        Page plain = pages.titled("closing.title");
        Page page = pages.page(plain.pick(training.titleZh(), training.titleEn()));
        Deeds offered = new Deeds(
                deeds.write(), deeds.task().options("taskOwner", owners.options(page)), deeds.reopen(), deeds.failed());
        Shown shown = new Shown(
                training,
                tabs.of(training, ReportTab.NAME),
                reports.get(id),
                questions.of(id),
                absences.of(id),
                offered);
        return new StaticTemplates().trainingClosingReport(page, shown);
    }

    @POST
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = BODY, audited = true)
    public Response save(@PathParam("id") long id, Form form) {
        ReportView before = reports.get(id);
        return forms.submit(form, NewReport.class)
                .again(failed -> page(
                        id,
                        new Deeds(failed, deeds(before).task(), deeds(before).reopen(), "write")))
                .current(() -> written(reports.get(id)))
                .run(written -> {
                    reports.save(id, form.version(), written);
                    return done(id, "closing.done.saved");
                });
    }

    private Response done(long id, String key) {
        return forms.done("/desk/trainings/" + id + "/" + ReportTab.NAME, key);
    }

    @POST
    @Path("finishing")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response finish(@PathParam("id") long id, Form form) {
        reports.finish(id, form.version());
        return done(id, "closing.done.finished");
    }

    @POST
    @Path("reopening")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response reopen(@PathParam("id") long id, Form form) {
        ReportView before = reports.get(id);
        return forms.submit(form.named("reopen"), Reports.Reopening.class)
                .again(failed ->
                        page(id, new Deeds(deeds(before).write(), deeds(before).task(), failed, "reopen")))
                .run(why -> {
                    reports.reopen(id, form.version(), why);
                    return done(id, "closing.done.reopened");
                });
    }

    @POST
    @Path("follow-ups")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response follow(@PathParam("id") long id, Form form) {
        ReportView before = reports.get(id);
        return forms.submit(form.named("task"), NewTask.class)
                .again(failed -> page(
                        id,
                        new Deeds(deeds(before).write(), failed, deeds(before).reopen(), "task")))
                .run(task -> {
                    reports.follow(id, task.task());
                    return done(id, "closing.done.followed");
                });
    }

    /** Has all who were absent asked why. */
    @POST
    @Path("absences")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response ask(@PathParam("id") long id) {
        absences.ask(id);
        return done(id, "after.done.asked");
    }
}
