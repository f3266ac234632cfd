package org.aeoreach.campaign.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.aeoreach.enterprise.segment.Segments;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

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
            .filters(Filter.text("segment", "coverage.field.segment", this::segment)
                    .more())
            .order("why")
            .empty(EmptyState.because("coverage.enterprises.none").whenFiltered("coverage.enterprises.none"))
            .build();

    @Inject
    private Segments segments;

    /** By a saved segment: whoever it has now. */
    private Fragment segment(String text) {
        return segments.fragment(Long.parseLong(MemberFilters.number("segment", text)));
    }

    @Override
    public ListSpec spec() {
        return spec;
    }
}
