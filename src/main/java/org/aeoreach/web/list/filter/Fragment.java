package org.aeoreach.web.list.filter;

import java.util.ArrayList;
import java.util.List;

/** A piece of SQL with the values of its question marks, in their order. Nothing a reader typed stands in the SQL. */
public record Fragment(String sql, List<Object> values) {

    public static final Fragment NONE = new Fragment("", List.of());

    public static Fragment of(String sql, Object... values) {
        return new Fragment(sql, List.of(values));
    }

    /** Both conditions; an empty one asks for nothing. */
    public Fragment and(Fragment other) {
        if (sql.isEmpty() || other.sql.isEmpty()) {
            return sql.isEmpty() ? other : this;
        }
        List<Object> all = new ArrayList<>(values);
        all.addAll(other.values);
        return new Fragment(sql + " and " + other.sql, all);
    }
}
