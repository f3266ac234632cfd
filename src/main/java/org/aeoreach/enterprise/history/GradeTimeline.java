package org.aeoreach.enterprise.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;

/** The days on which an enterprise got a credit grade, each by its name under the rules of that day. */
@ApplicationScoped
class GradeTimeline extends DayTimeline {

    @Override
    public String name() {
        return "grade";
    }

    @Override
    String days() {
        // The present grade has no number of its own; no other entry of this source has 0.
        return "select g.id, g.since as day, coalesce(c.zh, g.grade), coalesce(c.en, g.grade) as en from ("
                + "select 0 as id, e.grade, e.grade_since as since from enterprise e"
                + " where e.id = ?1 and e.grade is not null union all"
                + " select f.id, f.grade, f.valid_from from enterprise_former_grade f where f.enterprise_id = ?1) g"
                + " left join credit_grade c on c.rule_set = credit_rules_on(g.since) and c.grade = g.grade";
    }

    @Override
    Told told(Rows.Row row, Language language) {
        String grade = language.pick(row.text(3), row.text(4));
        return new Told(
                text(language, "enterprise.history.registry"),
                text(language, "enterprise.history.grade", grade),
                List.of());
    }
}
