package org.aeoreach.training.base;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;

/** All bases and venues. */
@ApplicationScoped
class BaseList implements Listing {

    private final ListSpec spec = ListSpec.at("training-bases", "/desk/trainings/bases", "venue.bases.title")
            .from("training_base b join unit_name n on n.unit_id = b.unit_id and n.valid_to is null", "b.id")
            .columns(
                    Column.name("name", "venue.base", "b.name_zh", "b.name_en").lead(),
                    Column.status("kind", "training.field.baseKind", BaseList::tone, "venue.kind.", "b.kind"),
                    Column.name("unit", "venue.unit", "n.zh", "n.en"),
                    Column.of("founded", "training.field.foundedOn", BaseList::founded, "b.founded_on")
                            .sortable(),
                    Column.number(
                            "rooms",
                            "venue.rooms",
                            "(select count(*) from training_room r where r.base_id = b.id and r.closed_on is null)"),
                    Column.of("address", "venue.address", BaseList::address, "b.address_zh", "b.address_en"),
                    Column.of(
                            "state",
                            "venue.state",
                            BaseList::state,
                            "coalesce(b.closed_on <= china_day(), false)",
                            "b.certain"))
            .filters(
                    Filter.search("venue.bases.search", "b.name_zh", "b.name_en", "b.address_zh", "b.address_en"),
                    Filter.choice("kind", "training.field.baseKind", BaseKind.values(), "venue.kind.", "b.kind"),
                    Filter.unit("unit", "venue.unit", "b.org_path"),
                    Filter.including(
                            "closed", "venue.bases.with-closed", "(b.closed_on is null or b.closed_on > china_day())"))
            .order("name")
            .link(id -> "/desk/trainings/bases/" + id)
            .empty(EmptyState.because("venue.bases.none")
                    .leading("/desk/trainings/bases/new", "venue.bases.new")
                    .whenFiltered("venue.bases.no-match"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    private static Cell.Tone tone(String kind) {
        return kind.equals("VENUE") ? Cell.Tone.NEUTRAL : Cell.Tone.GOOD;
    }

    private static Cell founded(Rows.Row row, Page page) {
        return row.textOrNull(0) == null ? Cell.NONE : Cell.text(Founded.words(page, row.text(0)));
    }

    private static Cell address(Rows.Row row, Page page) {
        String zh = row.textOrNull(0);
        return Cell.text(zh == null ? row.textOrNull(1) : page.pick(zh, row.textOrNull(1)));
    }

    private static Cell state(Rows.Row row, Page page) {
        if (row.flag(0)) {
            return Cell.status(page.t("venue.closed"), Cell.Tone.OFF);
        }
        return row.flag(1)
                ? Cell.status(page.t("venue.in-use"), Cell.Tone.GOOD)
                : Cell.status(page.t("venue.uncertain"), Cell.Tone.WARN);
    }
}
