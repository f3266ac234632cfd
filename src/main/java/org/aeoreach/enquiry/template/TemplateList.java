package org.aeoreach.enquiry.template;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;

/** Templates of the viewer's unit, of those above it and of those below. */
@ApplicationScoped
class TemplateList implements Listing {

    private final ListSpec spec = ListSpec.at("enquiry-templates", "/desk/enquiries/templates", "desk.templates.title")
            .from(
                    "enquiry_template t join unit_name n on n.unit_id = t.unit_id and n.valid_to is null"
                            + " left join library_topic p on p.code = t.topic",
                    "t.id")
            .columns(
                    Column.text("name", "enquiry.field.templateName", "t.name")
                            .sortedByName()
                            .lead(),
                    Column.name("unit", "desk.templates.unit", "n.zh", "n.en"),
                    Column.name("topic", "enquiry.field.topic", "p.zh", "p.en"),
                    Column.of(
                            "languages", "desk.templates.languages", TemplateList::languages, "t.body_en is not null"),
                    Column.of("state", "desk.field.status", TemplateList::state, "t.archived"))
            .filters(
                    Filter.search("desk.templates.search", "t.name", "t.body_zh", "t.body_en"),
                    Filter.including("archived", "desk.templates.with-archived", "not t.archived"))
            .order("name")
            .link(id -> "/desk/enquiries/templates/" + id)
            .empty(EmptyState.because("desk.templates.none")
                    .leading("/desk/enquiries/templates/new", "desk.templates.new")
                    .whenFiltered("desk.templates.no-match"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    private static Cell languages(Rows.Row row, Page page) {
        return Cell.text(page.t(row.flag(0) ? "desk.templates.both" : "desk.language.zh"));
    }

    private static Cell state(Rows.Row row, Page page) {
        return row.flag(0)
                ? Cell.status(page.t("desk.templates.archived"), Cell.Tone.OFF)
                : Cell.status(page.t("desk.templates.in-use"), Cell.Tone.GOOD);
    }
}
