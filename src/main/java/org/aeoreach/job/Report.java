package org.aeoreach.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a job as people read it.
 *
 * @param verdict one sentence, or null
 * @param findings one line each, in order; may be the first of many
 */
public record Report(@Nullable Line verdict, List<Fact> facts, List<Line> findings) {

    static final Report NONE = new Report(null, List.of(), List.of());

    /** A figure or text and the message key of what it is. */
    public record Fact(String labelKey, String value) {}

    /** A message key and what fills its pattern; a line among the arguments is worded first. */
    public record Line(String key, @Nullable Object... arguments) {}
}
