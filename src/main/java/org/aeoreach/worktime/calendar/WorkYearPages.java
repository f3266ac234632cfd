package org.aeoreach.worktime.calendar;

import static org.aeoreach.scope.Role.GACC_OFFICER;
import static org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.platform.Time;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.jspecify.annotations.Nullable;

/** Changing a year or one of its days. */
@Path("/desk/working-time")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class WorkYearPages {

    private static final String PAST = "worktime.done.past-changed";

    @Inject
    private WorkYears years;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    @GET
    @Path("years/{year: [0-9]{4}}")
    @Access(roles = {GACC_OFFICER, SYSTEM_ADMINISTRATOR})
    public JteModel changing(@PathParam("year") int year) {
        return yearPage(year, yearForm(years.get(year)));
    }

    private JteModel yearPage(int year, Form form) {
        Page page = pages.titled("worktime.year.title", Integer.toString(year));
        Form offered =
                form.options("status", Option.of(page, "worktime.status.", Status.ANNOUNCED, Status.PROVISIONAL));
        return new StaticTemplates()
                .worktimeYear(page, year, offered, years.get(year).hasPast(Time.today(clock)));
    }

    private static Form yearForm(WorkYear year) {
        return Form.of(YearChange.Typed.class)
                .with("status", year.status() == Status.UNKNOWN ? Status.PROVISIONAL : year.status())
                .with("sourceZh", year.sourceZh())
                .with("sourceEn", year.sourceEn())
                .with("link", year.link())
                .with("lines", year.lines())
                .version(year.version());
    }

    @POST
    @Path("years/{year: [0-9]{4}}")
    @Access(
            roles = {GACC_OFFICER, SYSTEM_ADMINISTRATOR},
            body = 65_536,
            audited = true)
    public Response change(@PathParam("year") int year, Form form) {
        return forms.submit(form, YearChange.Typed.class)
                .again(failed -> yearPage(year, failed))
                .current(() -> yearForm(years.get(year)))
                .run(typed -> {
                    List<WorkDay> before = years.get(year).days();
                    WorkYear after = years.change(year, form.version(), typed.read(), DayLines.FIELD);
                    boolean past = !past(before).equals(past(after.days()));
                    return forms.done("/desk/working-time?year=" + year, past ? PAST : "worktime.done.year-changed");
                });
    }

    private List<WorkDay> past(List<WorkDay> days) {
        LocalDate today = Time.today(clock);
        return days.stream().filter(day -> day.day().isBefore(today)).toList();
    }

    /** @param day to begin with; today when it is none */
    @GET
    @Path("days")
    @Access(roles = {GACC_OFFICER, SYSTEM_ADMINISTRATOR})
    public JteModel changingDay(@QueryParam("day") @Nullable String day) {
        LocalDate chosen = day == null ? Time.today(clock) : Days.read("day", day);
        WorkDay now = years.get(chosen.getYear()).days().stream()
                .filter(each -> each.day().equals(chosen))
                .findFirst()
                .orElse(null);
        Form form = Form.of(DayChange.class).with("day", chosen);
        return dayPage(
                now == null
                        ? form
                        : form.with("kind", now.working() ? DayChange.Kind.WORK : DayChange.Kind.OFF)
                                .with("nameZh", now.nameZh())
                                .with("nameEn", now.nameEn()));
    }

    private JteModel dayPage(Form form) {
        Page page = pages.titled("worktime.day.title");
        return new StaticTemplates()
                .worktimeDay(page, form.options("kind", Option.of(page, "worktime.kind.", DayChange.Kind.values())));
    }

    @POST
    @Path("days")
    @Access(
            roles = {GACC_OFFICER, SYSTEM_ADMINISTRATOR},
            body = 4096,
            audited = true)
    public Response changeDay(Form form) {
        return forms.submit(form, DayChange.class).again(this::dayPage).run(change -> {
            years.change(change);
            boolean past = change.day().isBefore(Time.today(clock));
            return forms.done(
                    "/desk/working-time?year=" + change.day().getYear(), past ? PAST : "worktime.done.day-changed");
        });
    }
}
