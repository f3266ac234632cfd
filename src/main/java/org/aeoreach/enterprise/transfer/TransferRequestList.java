package org.aeoreach.enterprise.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** Requests for transfers the viewer's side has made or received. */
@ApplicationScoped
class TransferRequestList implements Listing {

    static final String OWN = "g.org_path = nullif(current_setting('app.lo', true), '')";

    private final ListSpec spec = ListSpec.at("transfer-requests", "/desk/transfer-requests", "transfer.title")
            .from(
                    "transfer_request r join unit_name n on n.unit_id = r.unit_id and n.valid_to is null"
                            + " left join transfer_request_giver g on g.request_id = r.id"
                            + " left join enterprise e on e.id = g.enterprise_id"
                            + " left join unit_name m on m.unit_id = g.unit_id and m.valid_to is null",
                    "r.id")
            .columns(
                    Column.code("code", "transfer.column.code", "r.code").lead(),
                    Column.of(
                            "enterprise",
                            "enterprise.field.enterprise",
                            (row, page) -> row.textOrNull(0) == null
                                    ? Cell.NONE
                                    : Cell.text(page.pick(row.text(0), row.textOrNull(1))),
                            "e.name_zh",
                            "e.name_en"),
                    Column.name("to", "transfer.column.to", "n.zh", "n.en"),
                    Column.text("reason", "enterprise.field.reason", "r.reason"),
                    Column.status(
                            "status",
                            "enterprise.field.status",
                            TransferRequestList::tone,
                            "transfer.status.",
                            "r.status"),
                    Column.moment("asked", "transfer.column.asked", "r.requested_at")
                            .sortedBy("r.id"),
                    Column.moment("decided", "enterprise.field.decidedAt", "r.decided_at")
                            .hidden())
            .filters(
                    Filter.choice(
                            "status",
                            "enterprise.field.status",
                            TransferRequestView.Status.values(),
                            "transfer.status.",
                            "r.status"),
                    Filter.choice(
                            "side",
                            "transfer.side",
                            List.of(
                                    new Filter.Option("own", "transfer.side.own"),
                                    new Filter.Option("given", "transfer.side.given"),
                                    new Filter.Option("asked", "transfer.side.asked")),
                            TransferRequestList::side))
            .order("-asked")
            .link(id -> "/desk/transfer-requests/" + id)
            .empty(EmptyState.because("transfer.none").whenFiltered("transfer.empty"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    private static Fragment side(String side) {
        return Fragment.of(
                switch (side) {
                    case "own" -> OWN;
                    case "given" -> "g.request_id is not null";
                    default ->
                        "r.org_path >= nullif(current_setting('app.lo', true), '')"
                                + " and r.org_path < current_setting('app.hi', true)";
                });
    }

    private static Cell.Tone tone(String status) {
        return switch (status) {
            case "OPEN" -> Cell.Tone.WARN;
            case "ACCEPTED" -> Cell.Tone.GOOD;
            default -> Cell.Tone.OFF;
        };
    }
}
