package org.aeoreach.training.reminder;

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
import org.aeoreach.training.session.SessionTabs;
import org.aeoreach.training.session.TrainingReader;
import org.aeoreach.training.session.TrainingView;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;

/** Reminders of a session: which there are, who got them. */
@Path("/desk/trainings/{id: [0-9]{1,18}}/reminders")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class ReminderPages {

    @Inject
    private TrainingReader trainings;

    @Inject
    private Reminders reminders;

    @Inject
    private SessionTabs tabs;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel reminders(@PathParam("id") long id) {
        return page(
                id,
                Form.of(ReminderSettings.class).with("days", reminders.of(id).days()));
    }

    private JteModel page(long id, Form form) {
        TrainingView training = trainings.get(id);
        Page page = pages.page(pages.titled("session.title").pick(training.titleZh(), training.titleEn()));
        Form offered = form.options(
                "days",
                ReminderSettings.OFFERED.stream()
                        .map(each -> new Option(Integer.toString(each), page.t("reminder.days", each)))
                        .toList());
        boolean writable =
                training.own() && page.viewer() != null && page.viewer().role().reachesOut();
        return new StaticTemplates()
                .trainingReminderSheet(
                        page, reminders.of(id), tabs.of(training, ReminderTab.NAME), offered, writable ? id : null);
    }

    @POST
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response set(@PathParam("id") long id, Form form) {
        return forms.submit(form, ReminderSettings.class)
                .again(failed -> page(id, failed))
                .run(wanted -> {
                    reminders.set(id, wanted);
                    return forms.done("/desk/trainings/" + id + "/reminders", "reminder.done.set");
                });
    }
}
