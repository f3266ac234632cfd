package org.aeoreach.enterprise.segment;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;

/** The viewer's segments and those of his unit. */
@ApplicationScoped
class SegmentList implements Listing {

    private static final String OWN = "s.account_id = nullif(current_setting('app.account', true), '')::bigint";

    private final ListSpec spec = ListSpec.at("segments", "/desk/segments", "segment.title")
            .from("segment s", "s.id")
            .columns(
                    Column.text("name", "segment.field.name", "s.name")
                            .sortedByName()
                            .lead(),
                    Column.text("note", "segment.field.note", "s.note"),
                    Column.of("whose", "segment.field.whose", SegmentList::whose, OWN, "s.shared"),
                    Column.moment("changed", "segment.field.changed", "s.changed_at")
                            .sortable(),
                    Column.of("edit", "segment.field.conditions", SegmentList::edit, "s.id", OWN))
            .filters(Filter.search("segment.search", "s.name", "s.note"), Filter.yesNo("own", "segment.field.own", OWN))
            .order("name")
            .link(id -> "/desk/segments/members?segment=" + id)
            .empty(EmptyState.because("segment.none")
                    .advising("segment.none-advice")
                    .leading("/desk/segments/new", "segment.new")
                    .whenFiltered("segment.empty"))
            .build();

    private static Cell whose(Rows.Row row, Page page) {
        String key = row.flag(0) ? (row.flag(1) ? "own-shared" : "own") : "shared";
        return Cell.text(page.t("segment.whose." + key));
    }

    private static Cell edit(Rows.Row row, Page page) {
        return new Cell.Link(
                "/desk/segments/" + row.id(0), Cell.text(page.t(row.flag(1) ? "segment.edit" : "segment.look")));
    }

    @Override
    public ListSpec spec() {
        return spec;
    }
}
