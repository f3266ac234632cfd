package org.aeoreach.enterprise.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** All enterprises of the viewer's range that somebody looks after, and by whom; among them those left behind. */
@ApplicationScoped
class CoordinationList implements Listing {

    /** Of the coordinator and who stands in for him; a list has his name once for each row it shows. */
    private static final String OFFICER = " from officer_facts(e.coordinator_id, e.org_path, china_day()) o)";

    private static final String COUNTED = "e.merged_into is null and e.coordinator_id is not null";

    private ListSpec spec;

    @SuppressWarnings("NullAway.Init")
    CoordinationList() {}

    @Inject
    CoordinationList(@Any Instance<OpenWork> work) {
        spec = ListSpec.at("coordinations", "/desk/coordinations", "portfolio.coordinations")
                .from(PortfolioColumns.FROM, "e.id")
                .where(COUNTED)
                .columns(PortfolioColumns.all(work.stream().toList(), coordinator()))
                .filters(
                        Filter.search("portfolio.search", "e.name_zh", "e.name_en", "e.customs_code", "e.uscc"),
                        Filter.unit("unit", "enterprise.field.house", "e.org_path"),
                        PortfolioColumns.dueFilter(),
                        PortfolioColumns.tierFilter(),
                        Filter.yesNo(
                                "gone",
                                "portfolio.field.gone",
                                "e.id in (select * from enterprises_left_behind(china_day()))"),
                        Filter.text("coordinator", "portfolio.field.coordinatorLogin", CoordinationList::of)
                                .more(),
                        PortfolioColumns.stepFilter().more(),
                        Filter.dates("last", "portfolio.field.lastContact", "e.last_contact_on")
                                .more())
                .order("due")
                .link(id -> "/desk/enterprises/" + id + "/coordination")
                .selection(CoordinationPages.CHOICE, CoordinationPages.actions())
                .empty(EmptyState.because("portfolio.coordinations.none").whenFiltered("portfolio.empty"))
                .build();
    }

    private static Column coordinator() {
        return Column.of(
                "coordinator",
                "portfolio.field.coordinator",
                CoordinationList::officer,
                "(select o.name_zh" + OFFICER,
                "(select o.name_en" + OFFICER,
                "(select o.stands" + OFFICER,
                "(select o.substitute_zh" + OFFICER,
                "(select o.substitute_en" + OFFICER);
    }

    private static Cell officer(Rows.Row row, Page page) {
        Cell name = Cell.text(page.pick(row.text(0), row.textOrNull(1)));
        if (!row.flag(2)) {
            return Cell.beside(name, Cell.status(page.t("portfolio.gone"), Cell.Tone.BAD));
        }
        String substitute = row.textOrNull(3);
        return substitute == null
                ? name
                : Cell.below(name, Cell.quiet(page.t("portfolio.absent", page.pick(substitute, row.textOrNull(4)))));
    }

    /** The number of an account, as the page of officers links it, or a login the viewer may see. */
    private static Fragment of(String text) {
        return text.matches("[0-9]{1,18}")
                ? Fragment.of("e.coordinator_id = ?", Long.valueOf(text))
                : Fragment.of("e.coordinator_id = (select a.id from account a where lower(a.login) = lower(?))", text);
    }

    @Override
    public ListSpec spec() {
        return spec;
    }
}
