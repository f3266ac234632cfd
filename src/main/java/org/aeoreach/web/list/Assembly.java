package org.aeoreach.web.list;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.ProblemAnswer;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.cell.CellText;
import org.aeoreach.web.list.filter.Filter;

/** Puts together what the page of a list shows, in the reader's words. */
final class Assembly {

    private final ListState state;
    private final ListSpec spec;
    private final Page page;
    private final List<ProblemAnswer.Field> errors;

    Assembly(ListState state, Page page, List<ProblemAnswer.Field> errors) {
        this.state = state;
        this.spec = state.spec();
        this.page = page;
        this.errors = errors;
    }

    ListPage of(Found found, ListPage.Views views, String notice) {
        List<Rows.Row> rows = found.rows();
        return new ListPage(
                spec,
                state,
                headings(),
                rows.stream().map(this::line).toList(),
                spec.filters().stream()
                        .filter(filter -> filter.kind() != Filter.Kind.GIVEN)
                        .map(this::field)
                        .toList(),
                chips(),
                boxes(),
                hidden(),
                found.count(),
                found.lost(),
                found.earlier() ? href(rows.get(0).id(0), true) : null,
                found.later() ? href(rows.get(rows.size() - 1).id(0), false) : null,
                views,
                errors,
                notice,
                "");
    }

    private String href(long id, boolean before) {
        return state.at(new ListState.Position(id, before)).href();
    }

    private List<ListPage.Heading> headings() {
        return state.shown().stream().map(this::heading).toList();
    }

    private ListPage.Heading heading(Column column) {
        boolean sorted = column.key().equals(state.sort());
        boolean down = sorted && !state.descending();
        return new ListPage.Heading(
                column.key(),
                page.t(column.header()),
                column.sort() == null
                        ? null
                        : state.sortedBy(column.key(), down).href(),
                sorted ? (state.descending() ? "descending" : "ascending") : null,
                state.shown().indexOf(column) == lead(),
                column.is(Column.Trait.NUMERIC));
    }

    private ListPage.Line line(Rows.Row row) {
        long id = row.id(0);
        String href = spec.link() == null ? null : spec.link().apply(id);
        List<Cell> cells = cells(state.shown(), row, page);
        return new ListPage.Line(id, href, cells, CellText.of(cells.get(lead()), page.zone()));
    }

    /** Where the column stands that names a row; the first one, where that is not shown. */
    private int lead() {
        return IntStream.range(0, state.shown().size())
                .filter(i -> state.shown().get(i).is(Column.Trait.LEAD))
                .findFirst()
                .orElse(0);
    }

    /** The cells of a row whose first position is the id. */
    static List<Cell> cells(List<Column> columns, Rows.Row row, Page page) {
        List<Cell> cells = new ArrayList<>();
        int at = 1;
        for (Column column : columns) {
            int end = at + column.select().size();
            cells.add(column.reader().read(new Rows.Row(Arrays.copyOfRange(row.columns(), at, end)), page));
            at = end;
        }
        return cells;
    }

    private ListPage.Field field(Filter filter) {
        return new ListPage.Field(
                filter,
                filter.parameters().stream()
                        .map(parameter -> new ListPage.Input(
                                parameter, label(filter, parameter), state.value(parameter), error(parameter)))
                        .toList());
    }

    private String label(Filter filter, String parameter) {
        String name = page.t(filter.label());
        if (filter.kind() == Filter.Kind.DAYS) {
            return page.t(parameter.endsWith("-from") ? "list.days-from" : "list.days-to", name);
        }
        return parameter.equals(filter.key()) ? name : page.t("list.on-day", name);
    }

    private String error(String parameter) {
        return errors.stream()
                .filter(error -> error.field().equals(parameter))
                .map(ProblemAnswer.Field::message)
                .findFirst()
                .orElse("");
    }

    private List<ListPage.Chip> chips() {
        return spec.filters().stream()
                .filter(filter -> filter.kind() != Filter.Kind.GIVEN)
                .filter(filter -> filter.parameters().stream()
                        .anyMatch(parameter -> !state.value(parameter).isEmpty()))
                .map(this::chip)
                .toList();
    }

    private ListPage.Chip chip(Filter filter) {
        return new ListPage.Chip(
                filter.key(),
                page.t(filter.label()),
                words(filter),
                state.without(filter.parameters()).href());
    }

    private String words(Filter filter) {
        String value = state.value(filter.key());
        return switch (filter.kind()) {
            case SEARCH, TEXT, GIVEN -> value;
            case FLAG -> "";
            case CHOICE -> option(filter, value);
            case DATED -> page.t("list.dated", option(filter, value), state.value(filter.key() + "-day"));
            case DAYS -> days(state.value(filter.key() + "-from"), state.value(filter.key() + "-to"));
        };
    }

    private String option(Filter filter, String value) {
        return filter.words(page).getOrDefault(value, value);
    }

    private String days(String from, String to) {
        if (from.isEmpty() || to.isEmpty()) {
            return from.isEmpty() ? page.t("list.until", to) : page.t("list.since", from);
        }
        return from.equals(to) ? from : page.t("list.span", from, to);
    }

    private List<ListPage.Box> boxes() {
        return spec.columns().stream()
                .map(column -> new ListPage.Box(
                        column.key(), page.t(column.header()), state.columns().contains(column.key())))
                .toList();
    }

    private Map<String, String> hidden() {
        Map<String, String> all = state.parameters();
        spec.filters().stream()
                .filter(filter -> filter.kind() != Filter.Kind.GIVEN)
                .forEach(filter -> all.keySet().removeAll(filter.parameters()));
        // Always there: an address that says nothing opens a saved view.
        all.put("sort", state.order());
        if (state.view() != 0) {
            all.put("view", Long.toString(state.view()));
        }
        return all;
    }
}
