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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.platform.Time;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.course.Syllabus;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;
import org.jspecify.annotations.Nullable;

/** Sessions for officers: which there are, a new one, what one is, out with it, off with it. */
@Path("/desk/trainings")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class TrainingPages {

    private static final String ONE = "{id: [0-9]{1,18}}";
    private static final int BODY = 131_072;

    /** Field with the number of the session that a new one is like. */
    private static final String FROM = "from";

    @Inject
    private Trainings trainings;

    @Inject
    private CopySession copies;

    @Inject
    private Syllabus courses;

    @Inject
    private TrainingReader reader;

    @Inject
    private SessionOptions options;

    @Inject
    private SessionTabs tabs;

    @Inject
    private TrainingList list;

    @Inject
    private Lists lists;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        ListPage shown = lists.show(list, address);
        return lists.answer(shown, new StaticTemplates().trainingSessionList(pages.titled("session.title"), shown));
    }

    @GET
    @Path("export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    /**
     * A new one.
     *
     * @param from number of the session or template it is to be like, or null
     * @param course number of the course it teaches, or null
     */
    @GET
    @Path("new")
    @Access(Access.Who.OUTREACH_OFFICERS)
    public JteModel entering(@QueryParam("from") @Nullable Long from, @QueryParam("course") @Nullable Long course) {
        LocalDate today = Time.today(clock);
        if (from != null) {
            return form(null, TrainingForm.like(reader.get(from)).with(FROM, from));
        }
        return form(
                null, course == null ? TrainingForm.begun(today) : TrainingForm.teaching(courses.get(course), today));
    }

    private JteModel form(@Nullable TrainingView training, Form form) {
        Page page = pages.titled(training == null ? "session.new" : "session.edit");
        return new StaticTemplates()
                .trainingSessionForm(
                        page,
                        training,
                        options.offered(page, training, form),
                        training == null ? reader.templates(page) : List.of());
    }

    @POST
    @Path("new")
    @Access(value = Access.Who.OUTREACH_OFFICERS, body = BODY, audited = true)
    public Response enter(Form form) {
        return forms.submit(form, TrainingForm.class)
                .again(failed -> form(null, failed))
                .run(typed -> done(added(form.value(FROM), typed.training()).id(), "session.done.added"));
    }

    private TrainingView added(String from, NewTraining wanted) {
        return from.matches("[0-9]{1,18}") ? copies.add(Long.parseLong(from), wanted) : trainings.add(wanted);
    }

    private Response done(long id, String key) {
        return forms.done("/desk/trainings/" + id, key);
    }

    @GET
    @Path(ONE)
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel one(@PathParam("id") long id) {
        TrainingView training = reader.get(id);
        return page(training, Form.of(Trainings.Off.class).version(training.version()));
    }

    private JteModel page(TrainingView training, Form off) {
        Page plain = pages.titled("session.title");
        Page page = pages.page(plain.pick(training.titleZh(), training.titleEn()));
        return new StaticTemplates()
                .trainingSessionOne(
                        page,
                        training,
                        reader.quotas(training),
                        tabs.of(training, SessionTabs.OVERVIEW),
                        reader.siblings(training),
                        off);
    }

    @GET
    @Path(ONE + "/edit")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel edit(@PathParam("id") long id) {
        TrainingView training = reader.own(id);
        return form(training, TrainingForm.filled(training));
    }

    @POST
    @Path(ONE + "/edit")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = BODY, audited = true)
    public Response save(@PathParam("id") long id, Form form) {
        TrainingView before = reader.own(id);
        return forms.submit(form, TrainingForm.class)
                .again(failed -> form(before, failed))
                .current(() ->
                        options.offered(pages.titled("session.edit"), before, TrainingForm.filled(reader.get(id))))
                .run(typed -> {
                    TrainingView now = trainings.change(id, form.version(), typed.training());
                    return done(id, now.sequence() > before.sequence() ? "session.done.moved" : "session.done.changed");
                });
    }

    @POST
    @Path(ONE + "/publication")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response publish(@PathParam("id") long id, Form form) {
        trainings.publish(id, form.version());
        return done(id, "session.done.published");
    }

    @POST
    @Path(ONE + "/cancellation")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response callOff(@PathParam("id") long id, Form form) {
        return forms.submit(form, Trainings.Off.class)
                .again(failed -> page(reader.get(id), failed))
                .run(off -> {
                    trainings.callOff(id, form.version(), off);
                    return done(id, "session.done.off");
                });
    }
}
