package org.aeoreach.web.list;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.list.filter.Filter;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of an address; what cannot be read is named and left out, the rest is kept. */
final class Asked {

    private final ListSpec spec;
    private final MultivaluedMap<String, String> parameters;
    private final List<Problem.FieldError> errors = new ArrayList<>();

    Asked(ListSpec spec, MultivaluedMap<String, String> parameters) {
        this.spec = spec;
        this.parameters = parameters;
    }

    /** Reads what a saved view keeps. */
    static Asked of(ListSpec spec, String query) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                parameters.add(pair.substring(0, sign), decoded(pair.substring(sign + 1)));
            }
        }
        return new Asked(spec, parameters);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    /** Whether the address asks for anything of this list; if not, the reader's default view may speak. */
    boolean nothing() {
        return view().isEmpty() && !says();
    }

    /** Whether it asks for anything beside a saved view and a place in the list. */
    boolean says() {
        return Stream.concat(
                        Stream.of("sort", "columns", "limit"),
                        spec.filters().stream().flatMap(filter -> filter.parameters().stream()))
                .anyMatch(parameters::containsKey);
    }

    /** The saved view asked for, as it stands. */
    String view() {
        return first("view");
    }

    ListState state() {
        Map<String, String> filters = filters();
        String sort = sort();
        List<String> columns = columns();
        int limit = limit();
        ListState.Position position = position();
        long view = view().matches("[0-9]{1,18}") ? Long.parseLong(view()) : 0;
        ListState state = new ListState(
                spec,
                filters,
                sort.replaceFirst("^-", ""),
                sort.startsWith("-"),
                columns,
                limit,
                position,
                view,
                List.of());
        return new ListState(
                spec, filters, state.sort(), state.descending(), columns, limit, position, view, checked(state));
    }

    private List<Problem.FieldError> checked(ListState state) {
        for (Filter filter : spec.filters()) {
            try {
                List<String> values =
                        filter.parameters().stream().map(state::value).toList();
                if (values.stream().anyMatch(value -> !value.isEmpty())) {
                    filter.condition().of(values);
                }
            } catch (Problem problem) {
                errors.addAll(problem.errors());
            }
        }
        return List.copyOf(errors);
    }

    private String first(String parameter) {
        String value = parameters.getFirst(parameter);
        return value == null ? "" : value.strip();
    }

    private Map<String, String> filters() {
        Map<String, String> set = new LinkedHashMap<>();
        spec.filters().stream()
                .flatMap(filter -> filter.parameters().stream())
                .filter(parameter -> !first(parameter).isEmpty())
                .forEach(parameter -> set.put(parameter, first(parameter)));
        // Not ticked is how a box is by itself.
        spec.filters().stream()
                .filter(filter -> filter.kind() == Filter.Kind.FLAG)
                .forEach(filter -> set.remove(filter.key(), "false"));
        return set;
    }

    private String sort() {
        String wanted = first("sort");
        if (wanted.isEmpty()) {
            return spec.order();
        }
        boolean known = spec.column(wanted.replaceFirst("^-", ""))
                .filter(column -> column.sort() != null)
                .isPresent();
        return known ? wanted : refused("sort", "list.invalid.sort", spec.order());
    }

    /** One parameter for each, as boxes send them, or all in one, joined by commas. */
    private List<String> columns() {
        List<String> given = parameters.getOrDefault("columns", List.of());
        Set<String> wanted = given.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        if (wanted.stream().anyMatch(key -> spec.column(key).isEmpty())) {
            return refused("columns", "list.invalid.columns", spec.defaultColumns());
        }
        return wanted.isEmpty()
                ? spec.defaultColumns()
                : spec.columns().stream()
                        .map(Column::key)
                        .filter(wanted::contains)
                        .toList();
    }

    private int limit() {
        String wanted = first("limit");
        if (wanted.isEmpty()) {
            return ListState.USUAL;
        }
        int rows = wanted.matches("[0-9]{1,4}") ? Integer.parseInt(wanted) : 0;
        return rows >= 1 && rows <= ListState.MOST
                ? rows
                : refused("limit", "web.invalid.limit", ListState.USUAL, ListState.MOST);
    }

    private ListState.@Nullable Position position() {
        boolean before = !first("before").isEmpty();
        String id = before ? first("before") : first("after");
        if (id.isEmpty()) {
            return null;
        }
        if (!id.matches("[0-9]{1,18}")) {
            errors.add(new Problem.FieldError(before ? "before" : "after", "list.invalid.position"));
            return null;
        }
        return new ListState.Position(Long.parseLong(id), before);
    }

    private <T> T refused(String parameter, String key, T instead, Object... arguments) {
        errors.add(new Problem.FieldError(parameter, key, arguments));
        return instead;
    }
}
