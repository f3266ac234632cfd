package org.aeoreach.web.list;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aeoreach.web.ProblemAnswer;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.view.SavedView;
import org.jspecify.annotations.Nullable;

/**
 * All that the page of a list shows.
 *
 * @param errors what was asked for and does not exist; with any, there are no rows, and the page answers 400
 * @param count at most {@link #most()} + 1, which stands for more than that
 * @param hidden parameters that the filter form passes on
 * @param notice what the reader has to know of all this, or empty
 * @param prefix of the ids of its elements; only a page with several lists has any
 * @param lost whether the row this page was to begin at is gone, so that it begins at the first
 */
public record ListPage(
        ListSpec spec,
        ListState state,
        List<Heading> headings,
        List<Line> lines,
        List<Field> fields,
        List<Chip> chips,
        List<Box> columns,
        Map<String, String> hidden,
        int count,
        boolean lost,
        @Nullable String earlierHref,
        @Nullable String laterHref,
        Views views,
        List<ProblemAnswer.Field> errors,
        String notice,
        String prefix) {

    /** Sizes of pages one can choose. */
    private static final List<Integer> SIZES = List.of(25, 50, 100, 200);

    /** A column. @param sortHref where it is sorted by, or null; @param sorted ascending, descending or null */
    public record Heading(
            String key,
            String label,
            @Nullable String sortHref,
            @Nullable String sorted,
            boolean lead,
            boolean numeric) {}

    /** A row. @param words what its first column says, in plain text */
    public record Line(long id, @Nullable String href, List<Cell> cells, String words) {}

    /** A filter as a part of the form. */
    public record Field(Filter filter, List<Input> inputs) {
        public boolean filled() {
            return inputs.stream()
                    .anyMatch(
                            input -> !input.value().isEmpty() || !input.error().isEmpty());
        }
    }

    /** One input of it. @param error what is wrong with the value, or an empty text */
    public record Input(String name, String label, String value, String error) {}

    /** A filter in force, and the address of the same list without it. */
    public record Chip(String key, String label, String words, String href) {}

    /** A column one can choose. */
    public record Box(String key, String label, boolean shown) {}

    /**
     * The reader's views of this list.
     *
     * @param offered false where the reader keeps no views
     * @param current the one this page came from, or null
     * @param changed whether filters, sort or columns differ from what it was saved with
     */
    public record Views(
            boolean offered, List<SavedView> all, @Nullable SavedView current, boolean changed) {
        static final Views NONE = new Views(false, List.of(), null, false);
    }

    /** Whether it changes in place; a sample does not. */
    public boolean live() {
        return prefix.isEmpty();
    }

    public String id() {
        return id("list");
    }

    public String id(String element) {
        return prefix + element;
    }

    ListPage prefixed(String with) {
        return new ListPage(
                spec,
                state,
                headings,
                lines,
                fields,
                chips,
                columns,
                hidden,
                count,
                lost,
                earlierHref,
                laterHref,
                views,
                errors,
                notice,
                with);
    }

    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    public int most() {
        return Found.COUNTED;
    }

    public List<Integer> sizes() {
        return SIZES;
    }

    public String sizeHref(int rows) {
        return state.limitedTo(rows).href();
    }

    /** The same list without any filter. */
    public String clearHref() {
        List<String> taken = spec.filters().stream()
                .filter(filter -> filter.kind() != Filter.Kind.GIVEN)
                .flatMap(filter -> filter.parameters().stream())
                .toList();
        return state.without(taken).href();
    }

    /** The same list without what does not exist. */
    public String correctedHref() {
        return state.without(errors.stream().map(ProblemAnswer.Field::field).toList())
                .href();
    }

    public boolean hasField(String parameter) {
        return !label(parameter).isEmpty();
    }

    /** What the input of that parameter is called; an empty text where there is none. */
    public String label(String parameter) {
        return fields.stream()
                .flatMap(field -> field.inputs().stream())
                .filter(input -> input.name().equals(parameter))
                .map(Input::label)
                .findFirst()
                .orElse("");
    }

    /** What the page of the list is about, which goes along with rows that are ticked. */
    public Map<String, String> given() {
        return spec.filters().stream()
                .filter(filter -> filter.kind() == Filter.Kind.GIVEN)
                .filter(filter -> !state.value(filter.key()).isEmpty())
                .collect(Collectors.toMap(Filter::key, filter -> state.value(filter.key())));
    }

    public boolean narrowed() {
        return !state.filters().isEmpty();
    }

    public String query() {
        return state.query();
    }

    /** @param format {@code csv} or {@code xlsx} */
    public String exportHref(String format) {
        return spec.path() + "/export?format=" + format + (query().isEmpty() ? "" : "&" + query());
    }

    public List<Field> fields(boolean aside) {
        return fields.stream().filter(field -> field.filter().aside() == aside).toList();
    }

    public long filled(boolean aside) {
        return fields(aside).stream().filter(Field::filled).count();
    }
}
