package org.aeoreach.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items at most as many as asked for
 * @param next cursor of the page after this one, or null when this is the last
 * @param notice why the whole list may hold less than there is, in the reader's language, or null
 */
public record Slice<T>(
        List<T> items, @Nullable String next, @Nullable String notice) {

    public Slice(List<T> items, @Nullable String next) {
        this(items, next, null);
    }

    /**
     * Cuts a list that was read one row longer than the page.
     *
     * @param key what the list is sorted by, unique per row
     */
    public static <T> Slice<T> of(List<T> rows, int limit, Function<T, Object> key) {
        if (rows.size() <= limit) {
            return new Slice<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Slice<>(items, Paging.cursor(key.apply(items.get(limit - 1)).toString()));
    }

    public <R> Slice<R> map(Function<T, R> change) {
        return new Slice<>(items.stream().map(change).toList(), next, notice);
    }

    /** The same with a notice; an empty one is none. */
    public Slice<T> noted(String text) {
        return new Slice<>(items, next, text.isEmpty() ? null : text);
    }
}
