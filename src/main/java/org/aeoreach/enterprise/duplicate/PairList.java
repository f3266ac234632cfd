package org.aeoreach.enterprise.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;

/** Suspected pairs of the viewer's unit and below that are still two. */
@ApplicationScoped
class PairList implements Listing {

    private final ListSpec spec = ListSpec.at("duplicates", "/desk/duplicates", "duplicate.title")
            .from(
                    "enterprise_duplicate d join enterprise a on a.id = d.first_id join enterprise b on b.id = d.second_id"
                            + " join unit_name n on n.unit_id = a.unit_id and n.valid_to is null",
                    "d.id")
            .where("a.merged_into is null and b.merged_into is null")
            .columns(
                    Column.name("first", "duplicate.first", "a.name_zh", "a.name_en")
                            .lead(),
                    Column.name("second", "duplicate.second", "b.name_zh", "b.name_en"),
                    Column.status(
                            "reason", "duplicate.reason", reason -> Cell.Tone.NEUTRAL, "duplicate.reason.", "d.reason"),
                    Column.name("house", "enterprise.field.house", "n.zh", "n.en"),
                    Column.moment("found", "duplicate.found", "d.found_at").sortedBy("d.id"))
            .filters(
                    Filter.search("duplicate.search", "a.name_zh", "b.name_zh", "a.customs_code", "b.customs_code"),
                    Filter.including("dismissed", "duplicate.with-dismissed", "d.dismissed_at is null"))
            .order("-found")
            .link(id -> "/desk/duplicates/" + id)
            .empty(EmptyState.because("duplicate.none"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }
}
