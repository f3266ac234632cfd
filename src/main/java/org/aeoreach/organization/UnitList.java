package org.aeoreach.organization;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** The list of units, in the order of the tree unless asked otherwise. */
@ApplicationScoped
class UnitList implements Listing {

    private static final String FROM = "unit u join unit_name n on n.unit_id = u.id and n.valid_to is null"
            + " left join unit p on p.id = u.parent_id"
            + " left join unit_name pn on pn.unit_id = u.parent_id and pn.valid_to is null";

    private static final List<Filter.Option> WITHOUT = List.of(
            new Filter.Option("UNIT_ADMINISTRATOR", "scope.role.UNIT_ADMINISTRATOR"),
            new Filter.Option("COORDINATOR", "scope.role.COORDINATOR"));

    private final ListSpec spec = ListSpec.at("units", "/desk/units/list", "organization.units.title")
            .from(FROM, "u.id")
            .columns(
                    Column.code("code", "organization.unit.code", "u.code").sortedBy("u.org_path"),
                    Column.name("name", "organization.unit.name", "n.zh", "n.en")
                            .lead(),
                    Column.of("kind", "organization.unit.kind", UnitList::kind, "u.kind")
                            .sortable(),
                    Column.name("parent", "organization.unit.parent", "pn.zh", "pn.en")
                            .hidden(),
                    Column.of("state", "organization.unit.state", UnitList::state, "u.closed_on")
                            .sortable(),
                    Column.day("opened", "organization.unit.opened", "u.opened_on")
                            .sortable()
                            .hidden(),
                    Column.text("source", "organization.unit.source", "u.source")
                            .hidden())
            .filters(
                    Filter.search("organization.search.label", UnitList::named),
                    Filter.choice("kind", "organization.unit.kind", UnitKind.values(), "organization.kind.", "u.kind"),
                    Filter.choice("without", "organization.units.without", WITHOUT, UnitList::without)
                            .more(),
                    Filter.unit("unit", "organization.units.below", "u.org_path")
                            .more(),
                    Filter.including(
                            "closed",
                            "organization.units.with-closed",
                            "(u.closed_on is null or u.closed_on > china_day())"))
            .order("code")
            .link(id -> "/desk/units/" + id)
            .empty(EmptyState.because("organization.units.none").whenFiltered("organization.units.empty"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    /** Past names find a unit, too; digits find it by the beginning of its code. */
    private static Fragment named(String text) {
        String quoted = Rows.likeQuoted(text);
        return Fragment.of(
                "(u.code like ? or exists (select from unit_name m where m.unit_id = u.id"
                        + " and (m.zh ilike ? or m.en ilike ?)))",
                quoted + "%",
                "%" + quoted + "%",
                "%" + quoted + "%");
    }

    /** Units of the viewer's range in which nobody holds the role today; of others he does not know. */
    private static Fragment without(String role) {
        return Fragment.of(
                "u.org_path >= current_setting('app.lo', true) and u.org_path < current_setting('app.hi', true)"
                        + " and not exists (select from role_assignment h where h.unit_id = u.id and h.role = ?"
                        + " and h.valid_from <= china_day() and (h.valid_to is null or h.valid_to >= china_day()))",
                role);
    }

    private static Cell kind(Rows.Row row, Page page) {
        return Cell.text(page.t("organization.kind." + row.text(0)));
    }

    private static Cell state(Rows.Row row, Page page) {
        return row.dateOrNull(0) == null
                ? Cell.status(page.t("organization.unit.open"), Cell.Tone.GOOD)
                : Cell.status(page.t("organization.unit.closed-on", page.on(row.date(0))), Cell.Tone.OFF);
    }
}
