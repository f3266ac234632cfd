package org.aeoreach.enterprise.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** The work list of an officer: the enterprises he, or the one he stands in for, looks after; overdue ones first. */
@ApplicationScoped
class PortfolioList implements Listing {

    private static final List<Filter.Option> PARTS = List.of(
            new Filter.Option("COORDINATOR", "portfolio.part.COORDINATOR"),
            new Filter.Option("MEMBER", "portfolio.part.MEMBER"));
    private static final String MINE = "e.merged_into is null and e.id in (select c.enterprise_id from coordination c"
            + " where c.account_id = portfolio_owner() and c.valid_to is null)";

    private ListSpec spec;

    @SuppressWarnings("NullAway.Init")
    PortfolioList() {}

    @Inject
    PortfolioList(@Any Instance<OpenWork> work) {
        spec = ListSpec.at("portfolio", "/desk/portfolio", "portfolio.title")
                .from(PortfolioColumns.FROM, "e.id")
                .where(MINE)
                .columns(PortfolioColumns.all(work.stream().toList()))
                .filters(
                        Filter.search("portfolio.search", "e.name_zh", "e.name_en", "e.customs_code", "e.uscc"),
                        PortfolioColumns.dueFilter(),
                        PortfolioColumns.tierFilter(),
                        Filter.choice(
                                "part",
                                "portfolio.field.part",
                                PARTS,
                                value -> Fragment.of("(e.coordinator_id = portfolio_owner()) is "
                                        + (value.equals("COORDINATOR") ? "true" : "not true"))),
                        PortfolioColumns.stepFilter().more(),
                        Filter.dates("last", "portfolio.field.lastContact", "e.last_contact_on")
                                .more(),
                        Filter.yesNo("missing", "portfolio.field.missing", MissingFields.SQL + " <> ''")
                                .more())
                .order("due")
                .link(id -> "/desk/enterprises/" + id)
                .selection(CoordinationPages.CHOICE, CoordinationPages.actions())
                .empty(EmptyState.because("portfolio.none")
                        .advising("portfolio.none-advice")
                        .leading("/desk/coordinations", "portfolio.none-link")
                        .whenFiltered("portfolio.empty"))
                .build();
    }

    @Override
    public ListSpec spec() {
        return spec;
    }
}
