package org.aeoreach.organization.people;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;

/** The list of people in the viewer's range. */
@ApplicationScoped
class PeopleList implements Listing {

    private static final String FROM =
            "account a join unit_name n on n.unit_id = a.unit_id and n.valid_to is null join unit u on u.id = a.unit_id";

    private static final String HAS_ROLE = "exists (select from role_assignment h where h.account_id = a.id"
            + " and (h.valid_to is null or h.valid_to >= greatest(china_day(), h.valid_from)))";

    private final ListSpec spec = ListSpec.at("people", "/desk/people", "organization.people.title")
            .from(FROM, "a.id")
            .columns(
                    Column.name("name", "organization.person.name", "a.name_zh", "a.name_en")
                            .lead(),
                    Column.code("login", "organization.person.login", "a.login").sortedBy("lower(a.login)"),
                    Column.name("unit", "organization.person.unit", "n.zh", "n.en"),
                    Column.text("mail", "organization.person.mail", "a.mail").sortable(),
                    Column.of("state", "organization.person.state", PeopleList::state, "a.suspended_at")
                            .sortable(),
                    Column.moment("created", "organization.person.created", "a.created_at")
                            .sortable()
                            .hidden())
            .filters(
                    Filter.search("organization.people.search", "a.name_zh", "a.name_en", "a.login", "a.mail"),
                    Filter.unit("unit", "organization.units.below", "a.org_path"),
                    Filter.yesNo("suspended", "organization.person.suspended", "a.suspended_at is not null"),
                    Filter.yesNo("role", "organization.person.has-role", HAS_ROLE),
                    Filter.yesNo("officer", "organization.person.officer", "a.kind = 'OFFICER'")
                            .more())
            .order("name")
            .link(id -> "/desk/people/" + id)
            .empty(EmptyState.because("organization.people.none").whenFiltered("organization.people.empty"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    private static Cell state(Rows.Row row, Page page) {
        return row.instantOrNull(0) == null
                ? Cell.status(page.t("organization.person.active"), Cell.Tone.GOOD)
                : Cell.status(page.t("organization.person.suspended"), Cell.Tone.BAD);
    }
}
