package org.aeoreach.enterprise.portfolio.handover;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;

/** Portfolios that were passed on by the viewer's unit and below, newest first. */
@ApplicationScoped
class HandoverList implements Listing {

    private static final String FROM = "handover h"
            + " cross join lateral officer_facts(h.from_account, h.org_path, china_day()) f"
            + " cross join lateral officer_facts(h.to_account, h.org_path, china_day()) t";

    /** Whether no job works on it, or no longer. */
    private static final String ENDED = "not job_at_work(h.job_id)";

    private final ListSpec spec = ListSpec.at("handovers", "/desk/handovers", "portfolio.handovers")
            .from(FROM, "h.id")
            .columns(
                    Column.day("day", "portfolio.field.day", "h.happened_on")
                            .sortable()
                            .lead(),
                    Column.name("from", "enterprise.field.fromAccount", "f.name_zh", "f.name_en"),
                    Column.name("to", "enterprise.field.toAccount", "t.name_zh", "t.name_en"),
                    Column.number("enterprises", "portfolio.field.enterprises", "h.enterprises")
                            .sortable(),
                    Column.text("reason", "enterprise.field.reason", "h.reason"),
                    Column.of("state", "enterprise.field.status", HandoverList::state, "h.status", ENDED))
            .filters(
                    Filter.search("portfolio.officer-search", "f.name_zh", "f.name_en", "t.name_zh", "t.name_en"),
                    Filter.dates("day", "portfolio.field.day", "h.happened_on"),
                    Filter.yesNo("undone", "portfolio.handover.undone", "h.undone_at is not null"))
            .order("-day")
            .link(id -> "/desk/handovers/" + id)
            .empty(EmptyState.because("portfolio.handovers.none").whenFiltered("portfolio.handovers.empty"))
            .build();

    private static Cell state(Rows.Row row, Page page) {
        String status = row.text(0);
        boolean begun = status.equals("RUNNING") || status.equals("UNDOING");
        String key = HandoverView.stateKey(status, begun && row.flag(1));
        Cell.Tone tone =
                switch (status) {
                    case "DONE" -> Cell.Tone.GOOD;
                    case "UNDONE" -> Cell.Tone.OFF;
                    default -> row.flag(1) ? Cell.Tone.BAD : Cell.Tone.WARN;
                };
        return Cell.status(page.t(key), tone);
    }

    @Override
    public ListSpec spec() {
        return spec;
    }
}
