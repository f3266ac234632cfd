package org.aeoreach.web.today;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * One thing that waits.
 *
 * @param key of the message that says what; with {@code .why} of the one that says why it matters
 * @param count how many; argument 0 of both messages
 * @param deadline the first day on which it is late, or null
 * @param href address of the list of exactly these
 * @param more further arguments of both messages, from 1 on
 */
public record TodayItem(
        String key, Urgency urgency, long count, @Nullable LocalDate deadline, String href, List<Object> more) {

    /** How soon somebody should look. */
    public enum Urgency {
        /** Something is broken or late. */
        NOW,
        /** It has a day, and the day is near. */
        SOON,
        /** Good to know. */
        SOMETIME
    }

    public static TodayItem of(String key, Urgency urgency, long count, String href) {
        return new TodayItem(key, urgency, count, null, href, List.of());
    }

    public TodayItem by(@Nullable LocalDate day) {
        return new TodayItem(key, urgency, count, day, href, more);
    }

    public TodayItem with(Object... arguments) {
        return new TodayItem(key, urgency, count, deadline, href, List.of(arguments));
    }

    /** What waits, in the reader's words. */
    public String what(Page page) {
        return page.t(key, arguments(page));
    }

    /** Why it matters, in the reader's words. */
    public String why(Page page) {
        return page.t(key + ".why", arguments(page));
    }

    private Object[] arguments(Page page) {
        Stream<Object> rest = more.stream().map(value -> value instanceof LocalDate day ? page.on(day) : value);
        return Stream.concat(Stream.of((Object) count), rest).toArray();
    }
}
