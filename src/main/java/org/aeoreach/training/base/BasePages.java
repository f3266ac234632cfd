package org.aeoreach.training.base;

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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.OrgPath;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;
import org.jspecify.annotations.Nullable;

/** Bases at the desk: which there are, one with its rooms and who has them this week, entered, changed, closed. */
@Path("/desk/trainings/bases")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class BasePages {

    static final String HOME = "/desk/trainings/bases";
    private static final int TEXT = 32_768;

    @Inject
    private Bases bases;

    @Inject
    private TrainingRooms rooms;

    @Inject
    private RoomUse use;

    @Inject
    private BaseList list;

    @Inject
    private Lists lists;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        ListPage shown = lists.show(list, address);
        return lists.answer(shown, new StaticTemplates().trainingBaseList(pages.titled("venue.bases.title"), shown));
    }

    @GET
    @Path("export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    /** @param week a day of the week whose bookings are shown; this week's without */
    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(Access.Who.OFFICERS)
    public JteModel one(@PathParam("id") long id, @QueryParam("week") @Nullable String week) {
        BaseView base = bases.get(id);
        LocalDate monday = WeekPlan.monday(day(week));
        WeekPlan plan = WeekPlan.of(
                monday,
                Time.today(clock),
                rooms.of(id),
                use.of(id, WeekPlan.start(monday), WeekPlan.start(monday.plusDays(7))));
        Page page = pages.page(pages.titled("venue.base").pick(base.nameZh(), base.nameEn()));
        return new StaticTemplates().trainingBaseOne(page, base, plan);
    }

    private LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isEmpty() ? Time.today(clock) : checked(LocalDate.parse(typed));
        } catch (DateTimeException e) {
            throw Problem.invalid("week", "web.invalid.date");
        }
    }

    private static LocalDate checked(LocalDate day) {
        if (day.getYear() < 2000 || day.getYear() > 2200) {
            throw new DateTimeException("out of range");
        }
        return day;
    }

    @GET
    @Path("new")
    @Access(Access.Who.OUTREACH_OFFICERS)
    public JteModel entering() {
        return page(null, Form.of(NewBase.class));
    }

    @POST
    @Path("new")
    @Access(value = Access.Who.OUTREACH_OFFICERS, body = TEXT, audited = true)
    public Response enter(Form form) {
        return forms.submit(form, NewBase.class)
                .again(failed -> page(null, failed))
                .run(wanted -> forms.done(HOME + "/" + bases.add(wanted), "venue.done.base-added"));
    }

    @GET
    @Path("{id: [0-9]{1,18}}/facts")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.WRITE_SUBTREE)
    public JteModel changing(@PathParam("id") long id) {
        BaseView base = bases.get(id);
        if (!base.own()) {
            throw Problem.forbidden();
        }
        return page(base, filled(base));
    }

    @POST
    @Path("{id: [0-9]{1,18}}/facts")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.WRITE_SUBTREE, body = TEXT, audited = true)
    public Response change(@PathParam("id") long id, Form form) {
        return forms.submit(form, NewBase.class)
                .again(failed -> page(bases.get(id), failed))
                .current(() -> filled(bases.get(id)))
                .run(wanted -> {
                    bases.change(id, form.version(), wanted);
                    return forms.done(HOME + "/" + id, "venue.done.base-changed");
                });
    }

    @POST
    @Path("{id: [0-9]{1,18}}/closing")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.WRITE_SUBTREE, body = 4096, audited = true)
    public Response close(@PathParam("id") long id, Form form) {
        bases.close(id, form.version(), true);
        return forms.done(HOME + "/" + id, "venue.done.base-closed");
    }

    @POST
    @Path("{id: [0-9]{1,18}}/reopening")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.WRITE_SUBTREE, body = 4096, audited = true)
    public Response reopen(@PathParam("id") long id, Form form) {
        bases.close(id, form.version(), false);
        return forms.done(HOME + "/" + id, "venue.done.base-reopened");
    }

    private static Form filled(BaseView base) {
        return Form.of(NewBase.class)
                .with("baseKind", base.kind())
                .with("nameZh", base.nameZh())
                .with("nameEn", base.nameEn())
                .with("addressZh", base.addressZh())
                .with("addressEn", base.addressEn())
                .with("foundedOn", base.foundedOn())
                .with("areas", base.areas())
                .with("noteZh", base.noteZh())
                .with("noteEn", base.noteEn())
                .with("source", base.source())
                .with("uncertain", base.uncertain())
                .version(base.version());
    }

    private JteModel page(@Nullable BaseView base, Form form) {
        Page page = pages.titled(base == null ? "venue.bases.new" : "venue.base.change");
        String path = base == null ? viewer.require().orgPath() : base.orgPath();
        BaseKind[] kinds = Arrays.stream(BaseKind.values())
                .filter(kind -> kind != BaseKind.NATIONAL || OrgPath.root(path))
                .toArray(BaseKind[]::new);
        Form offered = form.options("baseKind", Option.of(page, "venue.kind.", kinds))
                .options("areas", Option.of(page, "venue.area.", Area.values()));
        return new StaticTemplates().trainingBaseForm(page, base, offered);
    }
}
