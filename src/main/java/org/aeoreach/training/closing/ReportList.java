package org.aeoreach.training.closing;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;

/** Closing reports of the viewer's unit and below. */
@ApplicationScoped
class ReportList implements Listing {

    static final String PATH = "/desk/trainings/reports";

    private final ListSpec spec = ListSpec.at("training-reports", PATH, "closing.reports")
            .from(
                    "training_report r join training_session s on s.id = r.session_id"
                            + " join unit_name n on n.unit_id = r.unit_id and n.valid_to is null",
                    "s.id")
            .columns(
                    Column.name("title", "session.field.title", "s.title_zh", "s.title_en")
                            .lead(),
                    Column.code("number", "session.field.number", "s.number"),
                    Column.moment("starts", "session.field.startsAt", "s.starts_at")
                            .sortable(),
                    Column.name("unit", "session.field.unit", "n.zh", "n.en"),
                    Column.status(
                            "status", "training.field.reportStatus", ReportList::tone, "closing.status.", "r.status"),
                    Column.moment("finished", "training.field.finishedAt", "r.finished_at"),
                    Column.text("summary", "training.field.reportSummary", "r.summary")
                            .hidden())
            .filters(
                    Filter.search("closing.search", "s.title_zh", "s.title_en", "s.number", "r.summary", "r.issues"),
                    Filter.choice(
                            "status",
                            "training.field.reportStatus",
                            ReportStatus.values(),
                            "closing.status.",
                            "r.status"),
                    Filter.days("day", "session.field.startsAt", "s.starts_at"),
                    Filter.unit("unit", "session.field.unit", "r.org_path"))
            .order("-starts")
            .link(id -> "/desk/trainings/" + id + "/" + ReportTab.NAME)
            .empty(EmptyState.because("closing.none").whenFiltered("closing.none-such"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    private static Cell.Tone tone(String status) {
        return ReportStatus.valueOf(status) == ReportStatus.FINISHED ? Cell.Tone.GOOD : Cell.Tone.WARN;
    }
}
