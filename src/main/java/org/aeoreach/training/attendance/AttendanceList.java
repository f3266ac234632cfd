package org.aeoreach.training.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** Who was to come to a session and who came; to others than its organiser only those of their enterprises. */
@ApplicationScoped
class AttendanceList implements Listing {

    static final String PATH = "/desk/trainings/attendances";

    private final ListSpec spec = ListSpec.at("training-attendances", PATH, "attendance.title")
            .from(
                    "training_roster x left join enterprise e on e.id = x.enterprise_id"
                            + " left join unit_name n on n.unit_id = x.unit_id and n.valid_to is null",
                    "x.id")
            .columns(
                    Column.of(
                                    "name",
                                    "session.field.name",
                                    AttendanceList::name,
                                    "x.name",
                                    "x.registration_id",
                                    "x.reason",
                                    "case when exists (select from training_session s where s.id = x.session_id"
                                            + " and training_written_below(s.org_path)) then x.attendance_id end")
                            .sortedByName()
                            .lead(),
                    Column.status(
                            "state", "attendance.field.state", AttendanceList::tone, "attendance.state.", "x.state"),
                    Column.of(
                            "enterprise",
                            "session.field.enterprise",
                            AttendanceList::enterprise,
                            "e.name_zh",
                            "e.name_en",
                            "x.enterprise_id",
                            "x.organisation"),
                    Column.name("house", "session.field.house", "n.zh", "n.en"),
                    Column.moment("arrived", "attendance.field.arrived", "x.arrived_at")
                            .sortedBy("coalesce(x.arrived_at, 'infinity')"),
                    Column.moment("left", "attendance.field.left", "x.left_at").hidden(),
                    Column.number("minutes", "attendance.field.minutes", "x.minutes"),
                    Column.of("way", "attendance.field.way", AttendanceList::way, "x.way"),
                    Column.code("number", "session.field.registrationNumber", "x.number")
                            .hidden(),
                    Column.text("mail", "session.field.mail", "x.mail").hidden())
            .filters(
                    Filter.search("attendance.search", "x.name", "x.mail", "x.number", "e.name_zh", "e.name_en"),
                    Filter.given("session", "session.record", AttendanceList::of),
                    Filter.choice(
                            "state", "attendance.field.state", RosterState.values(), "attendance.state.", "x.state"),
                    Filter.yesNo("walkin", "attendance.field.walkIn", "x.number is null"),
                    Filter.yesNo("came", "attendance.field.came", "x.attendance_id is not null")
                            .more(),
                    Filter.yesNo("unknown", "attendance.field.unknown", "x.enterprise_id is null"),
                    Filter.unit("house", "session.field.house", "x.org_path"))
            .order("name")
            .empty(EmptyState.because("attendance.nobody").whenFiltered("attendance.nobody-such"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    private static Fragment of(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Problem.invalid("session", "web.invalid.number");
        }
        return Fragment.of("x.session_id = ?", Long.valueOf(text));
    }

    private static Cell name(Rows.Row row, Page page) {
        Viewer viewer = page.viewer();
        Cell name = Cell.text(row.text(0));
        if (row.idOrNull(1) != null) {
            name = new Cell.Link("/desk/trainings/registrations/" + row.id(1), name);
        } else if (row.idOrNull(3) != null && viewer != null && viewer.role().reachesOut()) {
            name = new Cell.Link("/desk/trainings/attendances/" + row.id(3) + "/enterprise", name);
        }
        return row.textOrNull(2) == null ? name : Cell.below(name, Cell.quiet(row.text(2)));
    }

    private static Cell enterprise(Rows.Row row, Page page) {
        if (row.idOrNull(2) == null) {
            return Cell.quiet(row.textOrNull(3));
        }
        return row.textOrNull(0) == null
                ? Cell.quiet(page.t("session.enterprise-elsewhere"))
                : new Cell.Link("/desk/enterprises/" + row.id(2), Cell.text(page.pick(row.text(0), row.textOrNull(1))));
    }

    private static Cell way(Rows.Row row, Page page) {
        return row.textOrNull(0) == null ? Cell.NONE : Cell.text(page.t("attendance.way." + row.text(0)));
    }

    private static Cell.Tone tone(String state) {
        return switch (RosterState.valueOf(state)) {
            case PRESENT -> Cell.Tone.GOOD;
            case SHORT -> Cell.Tone.WARN;
            case EXPECTED -> Cell.Tone.NEUTRAL;
            case ABSENT -> Cell.Tone.OFF;
        };
    }
}
