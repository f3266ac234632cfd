package org.aeoreach.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.enterprise.portfolio.CoordinationPages;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;

/** The list of enterprises of the viewer's unit and below. */
@ApplicationScoped
class EnterpriseList implements Listing {

    private static final String ACCESS = "case when e.suspended_at is null then 'open' else 'suspended' end";
    private static final String USERS = "(select count(*) from enterprise_member m where m.enterprise_id = e.id"
            + " and m.ended_at is null and (m.valid_to is null or m.valid_to >= china_day()))";

    private final ListSpec spec = ListSpec.at("enterprises", "/desk/enterprises", "enterprise.enterprises.title")
            .from("enterprise e join unit_name n on n.unit_id = e.unit_id and n.valid_to is null", "e.id")
            .columns(
                    Column.name("name", "enterprise.field.enterprise", "e.name_zh", "e.name_en")
                            .sortedByName()
                            .lead(),
                    Column.code("code", "enterprise.field.customsCode", "e.customs_code")
                            .sortable(),
                    Column.name("house", "enterprise.field.house", "n.zh", "n.en"),
                    Column.number("users", "enterprise.users.title", USERS),
                    Column.status(
                            "access", "enterprise.field.status", EnterpriseList::tone, "enterprise.access.", ACCESS))
            .filters(
                    Filter.search("enterprise.enterprises.search", "e.name_zh", "e.name_en", "e.customs_code"),
                    Filter.unit("unit", "enterprise.field.house", "e.org_path"),
                    Filter.yesNo("used", "enterprise.filter.used", USERS + " > 0"),
                    Filter.yesNo("suspended", "enterprise.filter.suspended", "e.suspended_at is not null"))
            .order("name")
            .selection(CoordinationPages.CHOICE, CoordinationPages.actions())
            .link(id -> "/desk/enterprises/" + id)
            .empty(EmptyState.because("enterprise.enterprises.none").whenFiltered("enterprise.enterprises.empty"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    private static Cell.Tone tone(String access) {
        return access.equals("open") ? Cell.Tone.GOOD : Cell.Tone.BAD;
    }
}
