package org.aeoreach.enterprise.segment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.aeoreach.enterprise.portfolio.CoordinationPages;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** The enterprises of one segment, as far as the viewer may see them. */
@ApplicationScoped
class MemberList implements Listing {

    private static final String FROM = "enterprise e join unit_name n on n.unit_id = e.unit_id and n.valid_to is null";
    private ListSpec spec;

    @SuppressWarnings("NullAway.Init")
    MemberList() {}

    @Inject
    MemberList(Segments segments) {
        spec = ListSpec.at("segment-members", "/desk/segments/members", "segment.members")
                .from(FROM, "e.id")
                .where("e.merged_into is null")
                .columns(
                        Column.name("name", "enterprise.field.enterprise", "e.name_zh", "e.name_en")
                                .sortedByName()
                                .lead(),
                        Column.code("code", "enterprise.field.customsCode", "e.customs_code"),
                        Column.code("uscc", "segment.field.uscc", "e.uscc").hidden(),
                        Column.name("house", "enterprise.field.house", "n.zh", "n.en"),
                        Column.of(
                                "step",
                                "portfolio.field.journey",
                                (row, page) -> Cell.text(page.pick(row.text(0), row.textOrNull(1))),
                                "(select j.zh from journey_step j where j.code = e.journey_step)",
                                "(select j.en from journey_step j where j.code = e.journey_step)"),
                        Column.day("last", "portfolio.field.lastContact", "e.last_contact_on")
                                .sortable(),
                        Column.day("due", "portfolio.field.nextContact", "e.next_contact_due")
                                .sortable()
                                .hidden(),
                        Column.text("mail", "enterprise.field.mailOnFile", "e.mail_on_file")
                                .hidden())
                .filters(
                        Filter.search("portfolio.search", "e.name_zh", "e.name_en", "e.customs_code", "e.uscc"),
                        Filter.given("segment", "segment.one", text -> of(segments, text)),
                        Filter.unit("unit", "enterprise.field.house", "e.org_path"))
                .order("name")
                .link(id -> "/desk/enterprises/" + id)
                .selection(CoordinationPages.CHOICE, CoordinationPages.actions())
                .empty(EmptyState.because("segment.members.none").whenFiltered("segment.members.none"))
                .build();
    }

    private static Fragment of(Segments segments, String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Problem.invalid("segment", "web.invalid.number");
        }
        return segments.fragment(Long.parseLong(text));
    }

    @Override
    public ListSpec spec() {
        return spec;
    }
}
