package org.aeoreach.enterprise.portfolio;

import java.util.ArrayList;
import java.util.List;
import org.aeoreach.enterprise.journey.JourneyStep;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** Columns and filters that the work list and the list of all coordinated enterprises share. */
final class PortfolioColumns {

    static final String FROM = "enterprise e join unit_name n on n.unit_id = e.unit_id and n.valid_to is null";

    private static final List<Filter.Option> DUE = List.of(
            new Filter.Option("overdue", "portfolio.due.overdue"),
            new Filter.Option("week", "portfolio.due.week"),
            new Filter.Option("month", "portfolio.due.month"),
            new Filter.Option("none", "portfolio.due.none"));
    private static final List<Filter.Option> TIERS = List.of(
            new Filter.Option("A", "portfolio.tier.A"),
            new Filter.Option("B", "portfolio.tier.B"),
            new Filter.Option("C", "portfolio.tier.C"),
            new Filter.Option("NONE", "portfolio.tier.NONE"));

    private PortfolioColumns() {}

    static Column[] all(List<OpenWork> work, Column... special) {
        List<Column> all = new ArrayList<>(List.of(
                Column.name("name", "enterprise.field.enterprise", "e.name_zh", "e.name_en")
                        .lead(),
                due(),
                Column.day("last", "portfolio.field.lastContact", "e.last_contact_on")
                        .sortable(),
                tier(),
                step(),
                missing()));
        work.forEach(each -> all.add(open(each)));
        all.addAll(List.of(special));
        all.add(Column.name("house", "enterprise.field.house", "n.zh", "n.en"));
        all.add(Column.code("code", "enterprise.field.customsCode", "e.customs_code")
                .sortable()
                .hidden());
        return all.toArray(Column[]::new);
    }

    private static Column due() {
        return Column.of(
                        "due",
                        "portfolio.field.nextContact",
                        PortfolioColumns::dueCell,
                        "e.next_contact_due",
                        "china_day() - e.next_contact_due")
                .sortable();
    }

    private static Cell dueCell(Rows.Row row, Page page) {
        if (row.dateOrNull(0) == null) {
            return Cell.NONE;
        }
        long late = row.id(1);
        Cell day = new Cell.Day(row.date(0));
        if (late > 0) {
            return Cell.beside(day, Cell.status(page.t("portfolio.due.late", late), Cell.Tone.BAD));
        }
        return late > -8 ? Cell.beside(day, Cell.status(page.t("portfolio.due.soon", -late), Cell.Tone.WARN)) : day;
    }

    private static Column tier() {
        return Column.of(
                        "tier",
                        "enterprise.field.tier",
                        (row, page) ->
                                Cell.text(row.textOrNull(0) == null ? null : page.t("portfolio.tier." + row.text(0))),
                        "e.tier")
                .sortable();
    }

    private static Column step() {
        return Column.of(
                "step",
                "portfolio.field.journey",
                (row, page) -> Cell.text(page.pick(row.text(0), row.textOrNull(1))),
                "(select s.zh from journey_step s where s.code = e.journey_step)",
                "(select s.en from journey_step s where s.code = e.journey_step)");
    }

    private static Column missing() {
        return Column.of(
                "missing",
                "portfolio.field.missing",
                (row, page) ->
                        Cell.quiet(MissingFields.words(row.text(0), page::t, page.t("enterprise.list-separator"))),
                MissingFields.SQL);
    }

    private static Column open(OpenWork work) {
        Column.Reader reader = (row, page) ->
                row.id(0) == 0 ? Cell.NONE : new Cell.Link(work.href(row.id(1)), new Cell.Amount(row.id(0)));
        return Column.of(work.key(), work.header(), reader, work.count(), "e.id");
    }

    static Filter dueFilter() {
        return Filter.choice(
                "due",
                "portfolio.field.nextContact",
                DUE,
                value -> Fragment.of(
                        switch (value) {
                            case "overdue" -> "e.next_contact_due < china_day()";
                            case "week" -> "e.next_contact_due between china_day() and china_day() + 7";
                            case "month" -> "e.next_contact_due between china_day() and china_day() + 30";
                            default -> "e.next_contact_due is null";
                        }));
    }

    static Filter tierFilter() {
        return Filter.choice(
                "tier",
                "enterprise.field.tier",
                TIERS,
                value -> value.equals("NONE") ? Fragment.of("e.tier is null") : Fragment.of("e.tier = ?", value));
    }

    static Filter stepFilter() {
        return Filter.choice(
                "step", "portfolio.field.journey", JourneyStep.values(), "enterprise.step.", "e.journey_step");
    }
}
