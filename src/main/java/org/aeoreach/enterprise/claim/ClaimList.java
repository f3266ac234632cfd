package org.aeoreach.enterprise.claim;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;

/** The list of claims to enterprises of the viewer's unit and below. */
@ApplicationScoped
class ClaimList implements Listing {

    private final ListSpec spec = ListSpec.at("claims", "/desk/enterprises/claims", "enterprise.claims.title")
            .from(
                    "enterprise_claim c join enterprise e on e.id = c.enterprise_id"
                            + " join unit_name n on n.unit_id = c.unit_id and n.valid_to is null",
                    "c.id")
            .columns(
                    Column.text("person", "enterprise.field.name", "c.name").lead(),
                    Column.name("enterprise", "enterprise.field.enterprise", "e.name_zh", "e.name_en")
                            .sortedByName(),
                    Column.code("code", "enterprise.field.customsCode", "e.customs_code"),
                    Column.name("house", "enterprise.field.house", "n.zh", "n.en")
                            .hidden(),
                    Column.status("way", "enterprise.field.way", each -> Cell.Tone.NEUTRAL, "enterprise.way.", "c.way"),
                    Column.status(
                            "state", "enterprise.field.status", ClaimList::tone, "enterprise.status.", "c.status"),
                    Column.moment("asked", "enterprise.field.createdAt", "c.created_at")
                            .sortable(),
                    Column.moment("decided", "enterprise.field.decidedAt", "c.decided_at")
                            .hidden())
            .filters(
                    Filter.search("enterprise.claims.search", "c.name", "e.name_zh", "e.name_en", "e.customs_code"),
                    Filter.choice(
                            "status",
                            "enterprise.field.status",
                            ClaimView.Status.values(),
                            "enterprise.status.",
                            "c.status"),
                    Filter.unit("unit", "enterprise.field.house", "c.org_path"))
            .order("-asked")
            .link(id -> "/desk/enterprises/claims/" + id)
            .empty(EmptyState.because("enterprise.claims.nothing").whenFiltered("enterprise.claims.empty"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    private static Cell.Tone tone(String status) {
        return switch (status) {
            case "WAITING" -> Cell.Tone.WARN;
            case "CONFIRMED" -> Cell.Tone.GOOD;
            default -> Cell.Tone.OFF;
        };
    }
}
