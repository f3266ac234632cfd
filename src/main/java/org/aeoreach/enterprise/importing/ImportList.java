package org.aeoreach.enterprise.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** The list of imports of the viewer's unit and below. */
@ApplicationScoped
class ImportList implements Listing {

    private static final String WORDS = "enterpriseimport.status.";
    private static final String STATUS = "case when i.status in ('RUNNING', 'UNDOING') and (j.id is null or"
            + " j.status in ('DONE', 'FAILED', 'CANCELLED')) then 'STOPPED' else i.status end";
    private static final List<Filter.Option> STATES = Stream.of(
                    "DRAFT", "RUNNING", "DONE", "UNDOING", "UNDONE", "STOPPED")
            .map(state -> new Filter.Option(state, WORDS + state))
            .toList();

    private final ListSpec spec = ListSpec.at("imports", "/desk/enterprises/imports", "enterpriseimport.imports")
            .from(
                    "enterprise_import i join unit_name n on n.unit_id = i.unit_id and n.valid_to is null"
                            + " left join job j on j.id = i.job_id",
                    "i.id")
            .columns(
                    Column.text("file", "enterpriseimport.file", "i.file_name").lead(),
                    Column.text("source", "enterpriseimport.source", "i.source").sortable(),
                    Column.name("unit", "enterpriseimport.unit", "n.zh", "n.en"),
                    Column.status("status", "enterpriseimport.status", ImportList::tone, WORDS, STATUS),
                    Column.number("rows", "enterpriseimport.count.rows", "i.lines"),
                    Column.number("created", "enterpriseimport.count.created", "i.created"),
                    Column.number("updated", "enterpriseimport.count.updated", "i.updated"),
                    Column.number("rejected", "enterpriseimport.count.rejected", "i.rejected"),
                    Column.moment("at", "enterpriseimport.created-at", "i.created_at")
                            .sortedBy("i.id"))
            .filters(
                    Filter.search("enterpriseimport.search", "i.file_name", "i.source"),
                    Filter.choice(
                            "status",
                            "enterpriseimport.status",
                            STATES,
                            state -> Fragment.of("(" + STATUS + ") = ?", state)),
                    Filter.unit("unit", "enterpriseimport.unit", "i.org_path"))
            .order("-at")
            .link(id -> "/desk/enterprises/imports/" + id)
            .empty(EmptyState.because("enterpriseimport.none").whenFiltered("enterpriseimport.no-match"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
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
