package org.aeoreach.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** How the imports of a kind are listed. */
public final class ImportListing {

    private static final String WORDS = "importing.status.";
    private static final String STATUS = "case when i.status in ('RUNNING', 'UNDOING') and (j.id is null or"
            + " j.status in ('DONE', 'FAILED', 'CANCELLED')) then 'STOPPED' else i.status end";
    private static final List<Filter.Option> STATES = Stream.of(
                    "DRAFT", "RUNNING", "DONE", "UNDOING", "UNDONE", "STOPPED")
            .map(state -> new Filter.Option(state, WORDS + state))
            .toList();

    private ImportListing() {}

    /** @param list id of the list @param figures the counts it shows */
    public static ListSpec of(String list, ImportKind.Names names, List<String> figures) {
        return ListSpec.at(list, names.path(), names.feature() + ".imports")
                .from(
                        names.table() + " i join unit_name n on n.unit_id = i.unit_id and n.valid_to is null"
                                + " left join job j on j.id = i.job_id",
                        "i.id")
                .columns(columns(figures))
                .filters(
                        Filter.search("importing.search", "i.file_name", "i.source"),
                        Filter.choice(
                                "status",
                                "importing.status",
                                STATES,
                                state -> Fragment.of("(" + STATUS + ") = ?", state)),
                        Filter.unit("unit", "importing.unit", "i.org_path"))
                .order("-at")
                .link(id -> names.path() + "/" + id)
                .empty(EmptyState.because(names.feature() + ".none").whenFiltered("importing.no-match"))
                .build();
    }

    private static Column[] columns(List<String> figures) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("file", "importing.file", "i.file_name").lead(),
                Column.text("source", "importing.source", "i.source").sortable(),
                Column.name("unit", "importing.unit", "n.zh", "n.en"),
                Column.status("status", "importing.status", ImportListing::tone, WORDS, STATUS),
                Column.number("rows", "importing.count.rows", "i.lines")));
        figures.forEach(figure -> columns.add(Column.number(figure, "importing.count." + figure, "i." + figure)));
        columns.add(Column.moment("at", "importing.created-at", "i.created_at").sortedBy("i.id"));
        return columns.toArray(Column[]::new);
    }

    private static Cell.Tone tone(String status) {
        return switch (status) {
            case "DONE" -> Cell.Tone.GOOD;
            case "RUNNING", "UNDOING" -> Cell.Tone.WARN;
            case "STOPPED" -> Cell.Tone.BAD;
            case "UNDONE" -> Cell.Tone.OFF;
            default -> Cell.Tone.NEUTRAL;
        };
    }
}
