package org.aeoreach.outreach.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** Tasks of the viewer and of his unit, the most overdue first; closed ones when asked for. */
@ApplicationScoped
class TaskList implements Listing {

    private static final String MINE = "t.owner_id in (select task_owners())";
    private static final String STATE = "case when t.status <> 'OPEN' then t.status when t.due_on < china_day()"
            + " then 'OVERDUE' when t.due_on = china_day() then 'TODAY' else 'OPEN' end";
    private static final String WORDS = "outreach.task.state.";

    private final ListSpec spec = ListSpec.at("tasks", "/desk/tasks", "outreach.tasks.title")
            .from(
                    "task t join unit_name n on n.unit_id = t.unit_id and n.valid_to is null"
                            + " left join account a on a.id = t.owner_id left join enterprise e on e.id = t.enterprise_id",
                    "t.id")
            .columns(
                    Column.text("title", "outreach.field.task", "t.title").lead(),
                    Column.day("due", "outreach.field.dueOn", "t.due_on").sortable(),
                    Column.status("state", "outreach.field.status", TaskList::tone, WORDS, STATE),
                    Column.of("owner", "outreach.field.ownerId", TaskList::person, "a.name_zh", "a.name_en")
                            .sortedBy("a.name_zh collate pinyin"),
                    Column.name("enterprise", "outreach.field.enterprise", "e.name_zh", "e.name_en"),
                    Column.name("unit", "outreach.field.unit", "n.zh", "n.en"),
                    Column.text("outcome", "outreach.field.outcome", "t.outcome")
                            .hidden(),
                    Column.moment("created", "outreach.field.createdAt", "t.created_at")
                            .sortable()
                            .hidden())
            .filters(
                    Filter.search("outreach.tasks.search", "t.title", "e.name_zh", "e.name_en"),
                    Filter.choice("whose", "outreach.tasks.whose", options("MINE", "OTHERS"), TaskList::whose),
                    Filter.choice(
                            "state",
                            "outreach.field.status",
                            states("OVERDUE", "TODAY", "DUE", "OPEN", "DONE", "DROPPED"),
                            TaskList::inState),
                    Filter.including("closed", "outreach.tasks.closed", "t.status = 'OPEN'"),
                    Filter.dates("due", "outreach.field.dueOn", "t.due_on").more(),
                    Filter.text("enterprise", "outreach.tasks.enterprise", TaskList::of)
                            .more(),
                    Filter.unit("unit", "outreach.field.unit", "t.org_path").more())
            .order("due")
            .link(id -> "/desk/tasks/" + id)
            .empty(EmptyState.because("outreach.tasks.none").whenFiltered("outreach.tasks.no-match"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    private static Fragment of(String enterprise) {
        if (!enterprise.matches("[0-9]{1,18}")) {
            throw Problem.invalid("enterprise", "web.invalid.number");
        }
        return Fragment.of("t.enterprise_id = ?", Long.valueOf(enterprise));
    }

    private static List<Filter.Option> options(String... values) {
        return java.util.Arrays.stream(values)
                .map(value -> new Filter.Option(value, "outreach.tasks.whose." + value))
                .toList();
    }

    private static List<Filter.Option> states(String... values) {
        return java.util.Arrays.stream(values)
                .map(value -> new Filter.Option(value, WORDS + value))
                .toList();
    }

    private static Fragment whose(String whose) {
        return Fragment.of(whose.equals("MINE") ? MINE : "not " + MINE);
    }

    private static Fragment inState(String state) {
        return switch (state) {
            case "OVERDUE" -> Fragment.of("t.status = 'OPEN' and t.due_on < china_day()");
            case "TODAY" -> Fragment.of("t.status = 'OPEN' and t.due_on = china_day()");
            case "DUE" -> Fragment.of("t.status = 'OPEN' and t.due_on <= china_day()");
            default -> Fragment.of("t.status = ?", state);
        };
    }

    private static Cell person(Rows.Row row, Page page) {
        return row.textOrNull(0) == null
                ? Cell.quiet(page.t("outreach.officer-elsewhere"))
                : Cell.text(page.pick(row.text(0), row.textOrNull(1)));
    }

    private static Cell.Tone tone(String state) {
        return switch (state) {
            case "OVERDUE" -> Cell.Tone.BAD;
            case "TODAY" -> Cell.Tone.WARN;
            case "DONE" -> Cell.Tone.GOOD;
            case "DROPPED" -> Cell.Tone.OFF;
            default -> Cell.Tone.NEUTRAL;
        };
    }
}
