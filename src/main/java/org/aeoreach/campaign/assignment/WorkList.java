package org.aeoreach.campaign.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import org.aeoreach.campaign.coverage.MemberColumns;
import org.aeoreach.campaign.coverage.MemberFilters;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.filter.Filter;

/** What a unit works off in a campaign, by the unit an enterprise belongs to now, in the order of its priority. */
@ApplicationScoped
class WorkList implements Listing {

    static final String PATH = "/desk/campaigns/work";

    private final ListSpec spec = ListSpec.at("campaign-work", PATH, "assignment.list")
            .from(MemberColumns.FROM, "m.enterprise_id")
            .narrow(MemberColumns.NARROW)
            .where("m.org_path >= current_setting('app.lo', true) and m.org_path < current_setting('app.hi', true)")
            .columns(MemberColumns.all(true))
            .filters(MemberFilters.all("m.org_path"))
            .order("why")
            .selection(WorkPages.CHOICE, actions())
            .empty(EmptyState.because("assignment.list.none").whenFiltered("coverage.enterprises.none"))
            .build();

    private static Filter.Option[] actions() {
        return Arrays.stream(Change.Action.values())
                .map(action -> new Filter.Option(action.name(), "assignment.action." + action))
                .toArray(Filter.Option[]::new);
    }

    @Override
    public ListSpec spec() {
        return spec;
    }
}
