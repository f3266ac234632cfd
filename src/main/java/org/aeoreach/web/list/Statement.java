package org.aeoreach.web.list;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.platform.Language;
import org.aeoreach.web.list.filter.Fragment;
import org.jspecify.annotations.Nullable;

/**
 * Writes the SQL of a list. Its parts are those of the declaration; what the reader asked for chooses among them or is
 * bound as a value.
 *
 * <p>Rows with a value to sort by come first in either direction, those without one last; within equals, the id
 * decides. So the list has two segments, and each is read along the index of {@code (value, id)}.
 */
final class Statement {

    private final ListState state;
    private final ListSpec.Source source;
    private final String key;
    private final Fragment where;
    private final String narrow;

    Statement(ListState state, Language language) {
        this.state = state;
        this.source = state.spec().source();
        this.key = state.sorted().requiredSort().in(language);
        this.where = state.where();
        this.narrow = source.narrow(where.sql() + " " + key);
    }

    /** Whether the id alone is the order. */
    boolean byId() {
        return key.equals(source.id());
    }

    /** What the row of that id is sorted by. */
    Fragment keyOf(long id) {
        return query(key, Fragment.of(source.id() + " = ?", id).and(state.given()), " limit ?", 1);
    }

    /** Rows of a segment that lie after a row of it, or all. */
    Fragment segment(boolean valued, @Nullable Key from, boolean backwards, int most) {
        boolean down = state.descending() != backwards;
        Fragment part = byId() ? Fragment.NONE : Fragment.of(key + (valued ? " is not null" : " is null"));
        boolean pair = valued && !byId();
        String columns = pair ? "(" + key + ", " + source.id() + ")" : source.id();
        if (from != null) {
            String sign = down ? " < " : " > ";
            part = part.and(
                    pair
                            ? Fragment.of(columns + sign + "(?, ?)", from.required(), from.id())
                            : Fragment.of(columns + sign + "?", from.id()));
        }
        String direction = down ? " desc" : "";
        String order = (pair ? key + direction + ", " : "") + source.id() + direction;
        String end = " order by " + order;
        if (narrow.equals(source.from())) {
            return query(select(), where.and(part), end + " limit ?", most);
        }
        Fragment ids = state.few() || source.sortsAfterwards(state.sorted().key())
                ? chosenFirst(part, pair ? "k" + direction + ", id" + direction : "id" + direction, most)
                : query(source.id(), narrow, where.and(part), end + " limit ?", most);
        Fragment rows = new Fragment(source.id() + " in (" + ids.sql() + ")", ids.values()).and(state.given());
        return new Fragment(
                "select " + select() + " from " + source.from() + " where " + rows.sql() + end, rows.values());
    }

    /** Behind an offset the order is no longer seen by who plans the choice. */
    private Fragment chosenFirst(Fragment part, String order, int most) {
        Fragment chosen = query(
                source.id() + " as id, " + key + " as k",
                narrow,
                where.and(part),
                " offset 0) chosen order by " + order + " limit ?",
                most);
        return new Fragment("select id from (" + chosen.sql(), chosen.values());
    }

    /** All rows in order, at most so many. */
    Fragment all(int most) {
        String direction = state.descending() ? " desc" : "";
        String order = (byId() ? "" : key + direction + " nulls last, ") + source.id() + direction;
        return query(select(), where, " order by " + order + " limit ?", most);
    }

    Fragment count(int most) {
        Fragment rows = query("1", narrow, where, " limit ?", most);
        return new Fragment("select count(*) from (" + rows.sql() + ") counted", rows.values());
    }

    private String select() {
        return Stream.concat(Stream.of(source.id()), state.shown().stream().flatMap(column -> column.select().stream()))
                .collect(Collectors.joining(", "));
    }

    private Fragment query(String columns, Fragment condition, String end, int most) {
        return query(columns, source.from(), condition, end, most);
    }

    private static Fragment query(String columns, String from, Fragment condition, String end, int most) {
        List<Object> values = new ArrayList<>(condition.values());
        values.add(most);
        String narrowed = condition.sql().isEmpty() ? "" : " where " + condition.sql();
        return new Fragment("select " + columns + " from " + from + narrowed + end, values);
    }

    /** Where a row stands. @param value null for a row without one */
    record Key(@Nullable Object value, long id) {
        Object required() {
            return java.util.Objects.requireNonNull(value);
        }
    }
}
