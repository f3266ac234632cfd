package org.aeoreach.web.list;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import org.aeoreach.web.list.filter.Filter;
import org.jspecify.annotations.Nullable;

/**
 * Declaration of a list: everything a page, an export and a saved view need to know of it. See the package for how one
 * is written.
 *
 * @param key names it in saved views and exports; lower-case letters and dashes, never changed
 * @param path address of its page; {@code <path>/export} gives its files
 * @param title message key
 * @param source where the rows come from
 * @param order what it is sorted by unless asked otherwise: a column's key, behind a dash for descending
 * @param link address of the page of a row, or null
 * @param selection what can be done with rows that were ticked, or null
 */
public record ListSpec(
        String key,
        String path,
        String title,
        Source source,
        List<Column> columns,
        List<Filter> filters,
        String order,
        EmptyState empty,
        @Nullable LongFunction<String> link,
        @Nullable Selection selection) {

    private static final Set<String> RESERVED =
            Set.of("sort", "columns", "limit", "after", "before", "view", "format", "id");

    /**
     * Where rows come from: SQL of ours, without parameters. Row-level security decides which rows the viewer sees.
     *
     * @param from one row for each id
     * @param id expression of type bigint, never null, and unique within what is {@linkplain Filter#given given}
     * @param where a condition that always holds, or an empty text
     * @param narrow the tables of {@code from}, under the same aliases, that filters and orders are about: counted and
     *     chosen among without the others, so that an index may answer. By default all
     * @param joined one more table of {@code from}, joined to {@code narrow} where a filter or an order names it; null: none
     * @param ordered keys of the columns in whose order an index gives the rows; by others they are chosen first and
     *     sorted then. Empty: the database may read along any index it has
     */
    public record Source(
            String from,
            String id,
            String where,
            String narrow,
            @Nullable Joined joined,
            Set<String> ordered) {

        /** What is chosen among and counted by conditions and an order. */
        String narrow(String conditions) {
            return joined != null && joined.named(conditions) ? narrow + " " + joined.join() : narrow;
        }

        boolean sortsAfterwards(String column) {
            return !ordered.isEmpty() && !ordered.contains(column);
        }
    }

    /** A table that is joined where it is named. */
    record Joined(String alias, String join) {

        boolean named(String sql) {
            return Pattern.compile("\\b" + alias + "\\.").matcher(sql).find();
        }
    }

    /**
     * What can be done with rows that were ticked.
     *
     * @param path the form is posted there, with an {@code id} for each row and {@code action}
     */
    public record Selection(String path, List<Filter.Option> actions) {}

    public ListSpec {
        Set<String> keys = new HashSet<>();
        for (Column column : columns) {
            require(column.key().matches("[a-z][a-z0-9-]*") && keys.add(column.key()), column.key());
        }
        Set<String> parameters = new HashSet<>(RESERVED);
        for (Filter filter : filters) {
            filter.parameters().forEach(parameter -> require(parameters.add(parameter), parameter));
        }
        String sorted = order.replaceFirst("^-", "");
        require(columns.stream().anyMatch(c -> c.key().equals(sorted) && c.sort() != null), order);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("Invalid or double in the declaration of a list: " + what);
        }
    }

    /** The same at another address. */
    ListSpec movedTo(String other) {
        return new ListSpec(key, other, title, source, columns, filters, order, empty, link, selection);
    }

    Optional<Column> column(String wanted) {
        return columns.stream().filter(column -> column.key().equals(wanted)).findFirst();
    }

    List<String> defaultColumns() {
        return columns.stream()
                .filter(column -> !column.is(Column.Trait.HIDDEN))
                .map(Column::key)
                .toList();
    }

    /** Begins a declaration. */
    public static Builder at(String key, String path, String title) {
        return new Builder(key, path, title);
    }

    /** Collects a declaration. */
    public static final class Builder {
        private final String key;
        private final String path;
        private final String title;
        private final List<Column> columns = new ArrayList<>();
        private final List<Filter> filters = new ArrayList<>();
        private Source source = new Source("", "", "", "", null, Set.of());
        private String order = "";
        private EmptyState empty = EmptyState.because("list.empty.none");
        private @Nullable LongFunction<String> link;
        private @Nullable Selection selection;

        private Builder(String key, String path, String title) {
            this.key = key;
            this.path = path;
            this.title = title;
        }

        public Builder from(String from, String id) {
            source = new Source(from, id, "", from, null, Set.of());
            return this;
        }

        public Builder where(String condition) {
            source = new Source(
                    source.from(), source.id(), condition, source.narrow(), source.joined(), source.ordered());
            return this;
        }

        public Builder narrow(String tables) {
            source = new Source(source.from(), source.id(), source.where(), tables, source.joined(), source.ordered());
            return this;
        }

        /** One more table for {@link #narrow}, where a filter or an order names it. Each row must have one in it. */
        public Builder joined(String alias, String join) {
            source = new Source(
                    source.from(),
                    source.id(),
                    source.where(),
                    source.narrow(),
                    new Joined(alias, join),
                    source.ordered());
            return this;
        }

        /**
         * For rows that lie together in no index but those of these orders. The database takes a range for spread evenly
         * over any order: it would read along the codes of the whole country until it meets those of one district.
         */
        public Builder ordered(String... columns) {
            source = new Source(
                    source.from(), source.id(), source.where(), source.narrow(), source.joined(), Set.of(columns));
            return this;
        }

        public Builder columns(Column... all) {
            columns.addAll(List.of(all));
            return this;
        }

        public Builder filters(Filter... all) {
            filters.addAll(List.of(all));
            return this;
        }

        public Builder order(String by) {
            order = by;
            return this;
        }

        public Builder empty(EmptyState state) {
            empty = state;
            return this;
        }

        public Builder link(LongFunction<String> to) {
            link = to;
            return this;
        }

        public Builder selection(String to, Filter.Option... actions) {
            selection = new Selection(to, List.of(actions));
            return this;
        }

        public ListSpec build() {
            return new ListSpec(
                    key,
                    path,
                    title,
                    source,
                    List.copyOf(columns),
                    List.copyOf(filters),
                    order,
                    empty,
                    link,
                    selection);
        }
    }
}
