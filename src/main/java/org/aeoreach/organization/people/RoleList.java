package org.aeoreach.organization.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.aeoreach.scope.Role;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** The list of the roles of officers in the viewer's range: who holds what where, from when to when. */
@ApplicationScoped
class RoleList implements Listing {

    private static final String FROM =
            "role_assignment r join unit_name n on n.unit_id = r.unit_id and n.valid_to is null"
                    + " join unit u on u.id = r.unit_id left join account a on a.id = r.account_id";

    private static final String STATE = "case when r.valid_to < r.valid_from then 'NEVER_HELD'"
            + " when r.valid_from > china_day() then 'COMING' when r.valid_to < china_day() then 'ENDED'"
            + " else 'CURRENT' end";

    private static final List<Filter.Option> STATES = List.of(
            new Filter.Option("CURRENT", "organization.role.state.CURRENT"),
            new Filter.Option("ENDING", "organization.role.state.ENDING"),
            new Filter.Option("COMING", "organization.role.state.COMING"),
            new Filter.Option("ENDED", "organization.role.state.ENDED"),
            new Filter.Option("NEVER_HELD", "organization.role.state.NEVER_HELD"));

    private final ListSpec spec = ListSpec.at("roles", "/desk/roles", "organization.roles.title")
            .from(FROM, "r.id")
            .where("r.role <> 'ENTERPRISE_USER' and r.org_path >= current_setting('app.lo', true)"
                    + " and r.org_path < current_setting('app.hi', true)")
            .columns(
                    Column.of("name", "organization.person.name", RoleCells::person, "a.name_zh", "a.name_en")
                            .sortedBy("a.name_zh collate pinyin")
                            .lead(),
                    Column.of("role", "organization.person.role", RoleCells::role, "r.role")
                            .sortable(),
                    Column.name("unit", "organization.person.unit", "n.zh", "n.en"),
                    Column.day("from", "organization.unit.from", "r.valid_from").sortable(),
                    Column.day("until", "organization.person.until", "r.valid_to")
                            .sortable(),
                    Column.status(
                            "state", "organization.unit.state", RoleCells::tone, "organization.role.state.", STATE))
            .filters(
                    Filter.search("organization.people.search", "a.name_zh", "a.name_en", "a.login"),
                    Filter.choice("state", "organization.unit.state", STATES, RoleList::inState),
                    Filter.choice("role", "organization.person.role", officerRoles(), "scope.role.", "r.role"),
                    Filter.unit("unit", "organization.units.below", "r.org_path"))
            .order("name")
            .link(id -> "/desk/roles/" + id)
            .empty(EmptyState.because("organization.roles.none").whenFiltered("organization.roles.empty"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    private static Role[] officerRoles() {
        return List.of(Role.values()).stream().filter(Role::isOfficer).toArray(Role[]::new);
    }

    private static Fragment inState(String state) {
        return state.equals("ENDING")
                ? Fragment.of(
                        "r.valid_to between china_day() and china_day() + ? and r.valid_from <= r.valid_to",
                        RoleDates.AHEAD)
                : Fragment.of("(" + STATE + ") = ?", state);
    }
}
