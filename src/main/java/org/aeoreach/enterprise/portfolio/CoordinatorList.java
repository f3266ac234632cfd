package org.aeoreach.enterprise.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;

/** The load of each officer who looks after enterprises of the viewer's range; every number opens its list. */
@ApplicationScoped
class CoordinatorList implements Listing {

    private static final String FROM = "(select e.coordinator_id as id, min(e.org_path) as org_path, count(*) as total,"
            + " count(*) filter (where e.tier = 'A') as a, count(*) filter (where e.tier = 'B') as b,"
            + " count(*) filter (where e.tier = 'C') as c,"
            + " count(*) filter (where e.next_contact_due < china_day()) as overdue,"
            + " count(*) filter (where e.last_contact_on > china_day() - 30) as recent"
            + " from enterprise e where e.coordinator_id is not null and e.merged_into is null"
            + " group by e.coordinator_id) l cross join lateral officer_facts(l.id, l.org_path, china_day()) o";

    private final ListSpec spec = ListSpec.at("coordinators", "/desk/coordinators", "portfolio.coordinators")
            .from(FROM, "l.id")
            .columns(
                    Column.of(
                                    "name",
                                    "portfolio.field.coordinator",
                                    CoordinatorList::officer,
                                    "o.name_zh",
                                    "o.name_en",
                                    "o.substitute_zh",
                                    "o.substitute_en")
                            .sortedByName()
                            .lead(),
                    number("total", "portfolio.field.enterprises", "l.total", ""),
                    number("a", "portfolio.field.tierA", "l.a", "&tier=A"),
                    number("b", "portfolio.field.tierB", "l.b", "&tier=B"),
                    number("c", "portfolio.field.tierC", "l.c", "&tier=C"),
                    number("overdue", "portfolio.field.overdue", "l.overdue", "&due=overdue"),
                    Column.of(
                                    "recent",
                                    "portfolio.field.recent",
                                    CoordinatorList::recent,
                                    "l.recent",
                                    "l.id",
                                    "china_day() - 29")
                            .sortable())
            .filters(Filter.search("portfolio.officer-search", "o.name_zh", "o.name_en"))
            .order("-overdue")
            .link(id -> "/desk/coordinations?coordinator=" + id)
            .empty(EmptyState.because("portfolio.coordinators.none").whenFiltered("portfolio.coordinators.empty"))
            .build();

    private static Cell officer(Rows.Row row, Page page) {
        Cell name = Cell.text(page.pick(row.text(0), row.textOrNull(1)));
        String substitute = row.textOrNull(2);
        return substitute == null
                ? name
                : Cell.below(name, Cell.quiet(page.t("portfolio.absent", page.pick(substitute, row.textOrNull(3)))));
    }

    private static Column number(String key, String header, String expression, String narrowed) {
        Column.Reader reader = (row, page) ->
                new Cell.Link("/desk/coordinations?coordinator=" + row.id(1) + narrowed, new Cell.Amount(row.id(0)));
        return Column.of(key, header, reader, expression, "l.id").sortable();
    }

    private static Cell recent(Rows.Row row, Page page) {
        return new Cell.Link(
                "/desk/coordinations?coordinator=" + row.id(1) + "&last-from=" + row.date(2),
                new Cell.Amount(row.id(0)));
    }

    @Override
    public ListSpec spec() {
        return spec;
    }
}
