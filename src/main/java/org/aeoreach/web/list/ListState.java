package org.aeoreach.web.list;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a list; an address holds all of it.
 *
 * @param filters by parameter, only those that say something
 * @param sort key of a column that is sortable
 * @param columns keys of the shown columns, in the order of the declaration
 * @param limit rows on a page, 1 to {@value #MOST}
 * @param position the row the page lies after or before, or null for the first page
 * @param view id of the saved view this came from; 0 for none of them
 * @param errors what was asked for and does not exist; nothing is shown then
 */
public record ListState(
        ListSpec spec,
        Map<String, String> filters,
        String sort,
        boolean descending,
        List<String> columns,
        int limit,
        @Nullable Position position,
        long view,
        List<Problem.FieldError> errors) {

    public static final int MOST = 200;
    static final int USUAL = 50;

    /** Beside this row, in the order of the list. */
    public record Position(long id, boolean before) {}

    Column sorted() {
        return spec.column(sort).orElseThrow();
    }

    String value(String parameter) {
        return filters.getOrDefault(parameter, "");
    }

    /** What was typed into the search field; empty when nothing was, or there is none. */
    String searched() {
        return spec.filters().stream()
                .filter(filter -> filter.kind() == Filter.Kind.SEARCH)
                .findFirst()
                .map(filter -> value(filter.parameters().get(0)))
                .orElse("");
    }

    List<Column> shown() {
        return spec.columns().stream()
                .filter(column -> columns.contains(column.key()))
                .toList();
    }

    /** All conditions asked for; a filter that is not set may have one, too. */
    Fragment where() {
        return (spec.source().where().isEmpty()
                        ? Fragment.NONE
                        : Fragment.of(spec.source().where()))
                .and(filtered());
    }

    /** Those of the filters alone. */
    Fragment filtered() {
        Fragment all = Fragment.NONE;
        for (Filter filter : spec.filters()) {
            all = all.and(condition(filter));
        }
        return all;
    }

    /** What the page has decided, such as the campaign: within it an id names one row. */
    Fragment given() {
        Fragment all = Fragment.NONE;
        for (Filter filter : spec.filters()) {
            all = filter.kind() == Filter.Kind.GIVEN ? all.and(condition(filter)) : all;
        }
        return all;
    }

    private Fragment condition(Filter filter) {
        List<String> values = filter.parameters().stream().map(this::value).toList();
        boolean set = values.stream().anyMatch(value -> !value.isEmpty());
        if (filter.kind() == Filter.Kind.FLAG && lifted(filter.key())) {
            return Fragment.NONE;
        }
        return set || filter.kind() == Filter.Kind.FLAG ? filter.condition().of(values) : Fragment.NONE;
    }

    private boolean lifted(String flag) {
        return spec.filters().stream()
                .anyMatch(filter -> filter.lifts(flag, value(filter.parameters().get(0))));
    }

    /** Whether a filter is set to something only few rows have. */
    boolean few() {
        return spec.filters().stream().anyMatch(filter -> {
            String value = value(filter.parameters().get(0));
            return !value.isEmpty() && filter.few().test(value);
        });
    }

    ListState without(List<String> parameters) {
        Map<String, String> fewer = new LinkedHashMap<>(filters);
        fewer.keySet().removeAll(parameters);
        return new ListState(spec, fewer, sort, descending, columns, limit, null, view, List.of());
    }

    ListState sortedBy(String column, boolean down) {
        return new ListState(spec, filters, column, down, columns, limit, null, view, errors);
    }

    public ListState at(@Nullable Position place) {
        return new ListState(spec, filters, sort, descending, columns, limit, place, view, errors);
    }

    public ListState limitedTo(int rows) {
        return new ListState(spec, filters, sort, descending, columns, rows, null, view, errors);
    }

    ListState of(long savedView) {
        return new ListState(spec, filters, sort, descending, columns, limit, position, savedView, errors);
    }

    /** The sort as a parameter. */
    String order() {
        return (descending ? "-" : "") + sort;
    }

    /** The parameters of filters, sort, columns and size that are not as they are by themselves. */
    Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>(filters);
        put(all, "sort", order(), spec.order());
        put(all, "columns", String.join(",", columns), String.join(",", spec.defaultColumns()));
        put(all, "limit", Integer.toString(limit), Integer.toString(USUAL));
        return all;
    }

    private static void put(Map<String, String> all, String key, String value, String usual) {
        if (!value.equals(usual)) {
            all.put(key, value);
        }
    }

    /** What a saved view keeps. */
    String query() {
        return encoded(parameters());
    }

    public String href() {
        return href(spec.path());
    }

    String href(String path) {
        Map<String, String> all = parameters();
        if (view != 0) {
            // With nothing beside it the address would open the view as it was saved.
            all.putIfAbsent("sort", order());
            all.put("view", Long.toString(view));
        } else if (all.isEmpty()) {
            // By itself the address would open the reader's default view.
            all.put("view", "all");
        }
        if (position != null) {
            all.put(position.before() ? "before" : "after", Long.toString(position.id()));
        }
        return all.isEmpty() ? path : path + "?" + encoded(all);
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
