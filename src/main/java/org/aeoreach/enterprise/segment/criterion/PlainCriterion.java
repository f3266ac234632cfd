package org.aeoreach.enterprise.segment.criterion;

import java.util.List;
import java.util.function.Function;
import org.aeoreach.enterprise.segment.criterion.SegmentCriterion.Chosen;
import org.aeoreach.enterprise.segment.criterion.SegmentCriterion.Part;
import org.aeoreach.web.list.filter.Fragment;

/** A criterion that is all said by its condition. */
public record PlainCriterion(String key, List<Part> parts, Function<Chosen, Fragment> sql) implements SegmentCriterion {

    /** A yes or no. */
    static PlainCriterion flag(String key, String condition) {
        return new PlainCriterion(key, List.of(), chosen -> Fragment.of(condition));
    }

    /** One of several values of an expression of type text. */
    static PlainCriterion among(String key, Part part, String expression) {
        return new PlainCriterion(
                key,
                List.of(part),
                chosen -> Fragment.of(
                        "coalesce(" + expression + ", 'NONE') = any (string_to_array(?, ','))",
                        chosen.joined(part.name())));
    }

    /** A day of an expression of type date, or later. */
    static PlainCriterion since(String key, String expression) {
        return new PlainCriterion(
                key,
                List.of(Part.day("since")),
                chosen -> Fragment.of(expression + " >= cast(? as date)", chosen.one("since")));
    }

    @Override
    public Fragment condition(Chosen chosen) {
        return sql.apply(chosen);
    }
}
