package org.aeoreach.worktime.hours;

import static org.aeoreach.scope.Role.GACC_OFFICER;
import static org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;
import static org.aeoreach.scope.Role.UNIT_ADMINISTRATOR;

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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.picker.PickerField;
import org.aeoreach.web.picker.Reach;
import org.aeoreach.web.picker.UnitPickers;
import org.aeoreach.worktime.calendar.WorkYear;
import org.aeoreach.worktime.calendar.WorkYears;
import org.aeoreach.worktime.calendar.YearSheet;
import org.jspecify.annotations.Nullable;

/** The year at a glance, and the hours of a unit. */
@Path("/desk/working-time")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class WorkTimePages {

    @Inject
    private WorkYears years;

    @Inject
    private WorkHours hours;

    @Inject
    private UnitPickers units;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /**
     * @param year this one when none is chosen
     * @param unit whose hours are shown; the viewer's own when none is chosen
     */
    @GET
    @Access(Access.Who.OFFICERS)
    public JteModel year(@QueryParam("year") @Nullable String year, @QueryParam("unit") @Nullable String unit) {
        LocalDate today = Time.today(clock);
        WorkYear shown = years.get(year != null && year.matches("[0-9]{4}") ? Integer.parseInt(year) : today.getYear());
        long unitId = units.parse("unit", unit, Reach.ALL)
                .map(choice -> choice.id())
                .orElse(viewer.require().unitId());
        Page page = pages.titled("worktime.title");
        WorkTimeBoard board = new WorkTimeBoard(
                YearSheet.of(shown, today),
                hours.of(unitId, today),
                DeadlineTrial.of(hours.timeOf(unitId), clock.instant()),
                choices(shown.year(), today.getYear()),
                units.field(PickerField.of("unit", "worktime.unit"), Reach.ALL, unitId),
                page.is(GACC_OFFICER, SYSTEM_ADMINISTRATOR) && viewer.require().everywhere(),
                page.is(SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR) && hours.writable(unitId));
        return new StaticTemplates().worktimeBoard(page, board);
    }

    /** From the first year known to the one after the last. */
    private List<Integer> choices(int shown, int now) {
        List<Integer> known = Stream.concat(years.all().stream().map(WorkYear::year), Stream.of(shown, now))
                .sorted()
                .toList();
        return IntStream.rangeClosed(known.get(0), known.get(known.size() - 1) + 1)
                .boxed()
                .toList();
    }

    /** The form; with hours in the address also what would become of a deadline begun now. */
    @GET
    @Path("units/{id: [0-9]{1,18}}/hours")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            reach = Access.Reach.WRITE_SUBTREE)
    public Response setting(
            @PathParam("id") long id,
            @QueryParam("validFrom") @Nullable String validFrom,
            @QueryParam("spans") @Nullable String spans,
            @QueryParam("inherited") @Nullable String inherited) {
        hours.requireWritable(id);
        LocalDate today = Time.today(clock);
        if (validFrom == null) {
            Form blank = Form.of(NewHours.class)
                    .with("validFrom", today)
                    .with("spans", hours.of(id, today).spans());
            return Response.ok(settingPage(id, blank, null)).build();
        }
        Form typed = Form.of(NewHours.class)
                .with("validFrom", validFrom)
                .with("spans", spans)
                .with("inherited", inherited);
        return forms.submit(typed, NewHours.class)
                .again(failed -> settingPage(id, failed, null))
                .run(wanted -> Response.ok(
                                settingPage(id, typed, DeadlineTrial.of(hours.supposing(id, wanted), clock.instant())))
                        .build());
    }

    private JteModel settingPage(long id, Form form, @Nullable DeadlineTrial wanted) {
        UnitHours now = hours.of(id, Time.today(clock));
        Page page = pages.page("");
        DeadlineTrial today = DeadlineTrial.of(hours.timeOf(id), clock.instant());
        return new StaticTemplates()
                .worktimeHours(
                        pages.titled("worktime.hours.title", now.name(page.language())), now, form, today, wanted);
    }

    @POST
    @Path("units/{id: [0-9]{1,18}}/hours")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            reach = Access.Reach.WRITE_SUBTREE,
            body = 4096,
            audited = true)
    public Response set(@PathParam("id") long id, Form form) {
        return forms.submit(form, NewHours.class)
                .again(failed -> settingPage(id, failed, null))
                .run(wanted -> {
                    hours.set(id, wanted);
                    boolean past = wanted.validFrom().isBefore(Time.today(clock));
                    return forms.done(
                            "/desk/working-time?unit=" + id,
                            past ? "worktime.done.past-changed" : "worktime.done.hours-set");
                });
    }
}
