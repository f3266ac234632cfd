package org.aeoreach.campaign.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;

/** The enterprises behind the figures of a campaign, by the unit in whose figures they count. */
@ApplicationScoped
class ScopeList implements Listing {

    static final String PATH = "/desk/campaigns/enterprises";

    private final ListSpec spec = ListSpec.at("campaign-enterprises", PATH, "coverage.enterprises")
            .from(MemberColumns.FROM, "m.enterprise_id")
            .narrow(MemberColumns.NARROW)
            .where("m.house_path >= current_setting('app.lo', true) and m.house_path < current_setting('app.hi', true)")
            .columns(MemberColumns.all(false))
            .filters(MemberFilters.all("m.house_path"))
            .order("why")
            .empty(EmptyState.because("coverage.enterprises.none").whenFiltered("coverage.enterprises.none"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }
}
