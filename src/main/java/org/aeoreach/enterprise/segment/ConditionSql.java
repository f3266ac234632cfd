package org.aeoreach.enterprise.segment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.enterprise.segment.criterion.Criteria;
import org.aeoreach.enterprise.segment.criterion.SegmentCriterion;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.list.filter.Fragment;

/** Turns conditions into SQL about the enterprise {@code e}; every value is a parameter. */
@ApplicationScoped
public class ConditionSql {

    @Inject
    private Criteria criteria;

    /** @throws Problem 400 for what no criterion understands */
    public Fragment of(Condition condition) {
        if (condition instanceof Condition.All all) {
            return joined(all.of(), " and ", "true");
        }
        if (condition instanceof Condition.Any any) {
            return joined(any.of(), " or ", "false");
        }
        if (condition instanceof Condition.Not not) {
            Fragment inner = of(not.of());
            return new Fragment("((" + inner.sql() + ") is not true)", inner.values());
        }
        Condition.Leaf leaf = (Condition.Leaf) condition;
        Fragment asked = criteria.sql(leaf.criterion(), new SegmentCriterion.Chosen(leaf.values()));
        return new Fragment("(" + asked.sql() + ")", asked.values());
    }

    private Fragment joined(List<Condition> conditions, String word, String none) {
        if (conditions.isEmpty()) {
            return Fragment.of(none);
        }
        List<Object> values = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (Condition each : conditions) {
            Fragment part = of(each);
            parts.add(part.sql());
            values.addAll(part.values());
        }
        return new Fragment("(" + String.join(word, parts) + ")", values);
    }
}
