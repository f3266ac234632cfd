package org.aeoreach.training.attendance;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import org.aeoreach.platform.Problem;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.session.SessionTabs;
import org.aeoreach.training.session.TrainingReader;
import org.aeoreach.training.session.TrainingView;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;

/** Who was at a session: figures, the list, a sheet to sign, when it counts, closing and opening again. */
@Path("/desk/trainings")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class AttendancePages {

    private static final String ONE = "{id: [0-9]{1,18}}";

    @Inject
    private TrainingReader trainings;

    @Inject
    private Rosters rosters;

    @Inject
    private Closings closings;

    @Inject
    private AttendanceList list;

    @Inject
    private SessionTabs tabs;

    @Inject
    private Lists lists;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    @GET
    @Path("attendances")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        if (address.getQueryParameters().getFirst("session") == null) {
            return Response.seeOther(URI.create("/desk/trainings")).build();
        }
        TrainingView training = training(address);
        ListPage shown = lists.show(list, address);
        return lists.answer(shown, new StaticTemplates().trainingAttendanceList(titled(training), training, shown));
    }

    @GET
    @Path("attendances/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        training(address);
        return lists.export(list, address);
    }

    private TrainingView training(UriInfo address) {
        String session = address.getQueryParameters().getFirst("session");
        if (session == null || !session.matches("[0-9]{1,18}")) {
            throw Problem.invalid("session", "web.invalid.number");
        }
        return trainings.get(Long.parseLong(session));
    }

    private Page titled(TrainingView training) {
        Page plain = pages.titled("attendance.title");
        return pages.page(plain.pick(training.titleZh(), training.titleEn()));
    }

    @GET
    @Path(ONE + "/attendance")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel attendance(@PathParam("id") long id) {
        TrainingView training = trainings.own(id);
        AttendanceRules rules = rosters.rules(id);
        Form form = Form.of(AttendanceRules.class)
                .with("minShare", rules.minShare())
                .with("checkOut", rules.checkOut());
        return page(training, form);
    }

    private JteModel page(TrainingView training, Form rules) {
        return new StaticTemplates()
                .trainingAttendanceOne(
                        titled(training),
                        training,
                        tabs.of(training, AttendanceTab.NAME),
                        rosters.figures(training.id()),
                        rules,
                        !training.endsAt().isAfter(clock.instant()));
    }

    @POST
    @Path(ONE + "/attendance/rules")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response rule(@PathParam("id") long id, Form form) {
        TrainingView training = trainings.own(id);
        return forms.submit(form, AttendanceRules.class)
                .again(failed -> page(training, failed))
                .run(rules -> {
                    rosters.rule(id, rules);
                    return done(id, "attendance.done.rules");
                });
    }

    @POST
    @Path(ONE + "/attendance/closing")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response close(@PathParam("id") long id, Form form) {
        closings.close(id, form.version());
        return done(id, "attendance.done.closed");
    }

    @POST
    @Path(ONE + "/attendance/reopening")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response reopen(@PathParam("id") long id, Form form) {
        closings.reopen(id, form.version());
        return done(id, "attendance.done.reopened");
    }

    private Response done(long id, String key) {
        return forms.done("/desk/trainings/" + id + "/attendance", key);
    }

    /** To print and to be signed. */
    @GET
    @Path(ONE + "/sheet")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel sheet(@PathParam("id") long id) {
        TrainingView training = trainings.own(id);
        return new StaticTemplates()
                .trainingAttendanceSheet(pages.titled("attendance.sheet"), training, rosters.sheet(id));
    }
}
