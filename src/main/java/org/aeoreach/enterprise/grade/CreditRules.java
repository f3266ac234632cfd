package org.aeoreach.enterprise.grade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** The rule sets and which grades each knows. */
@ApplicationScoped
public class CreditRules {

    @Inject
    private Bound bound;

    /** A rule set, with the grades it knows from the best on. @param to its last day, or null while in force */
    public record RuleSet(
            String code,
            LocalDate from,
            @Nullable LocalDate to,
            String zh,
            String en,
            String sourceZh,
            String sourceEn,
            List<String> grades) {

        public boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** All, the newest first. */
    @Transactional
    public List<RuleSet> all() {
        return Rows.list(
                bound.query("select s.code, s.valid_from, s.valid_to, s.zh, s.en, s.source_zh, s.source_en,"
                        + " (select string_agg(g.grade, ',' order by g.rank) from credit_grade g"
                        + " where g.rule_set = s.code) from credit_rule_set s order by s.valid_from desc"),
                row -> new RuleSet(
                        row.text(0),
                        row.date(1),
                        row.dateOrNull(2),
                        row.text(3),
                        row.text(4),
                        row.text(5),
                        row.text(6),
                        List.of(row.text(7).split(","))));
    }

    /** @throws Problem 400 at the field when the rules of that day do not know the grade, or there were none */
    @Transactional
    public void requireKnown(CreditGrade grade, LocalDate day, String field) {
        RuleSet rules = all().stream()
                .filter(each -> each.covers(day))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(field, "enterprise.invalid.no-rules", day.toString()));
        if (!rules.grades().contains(grade.name())) {
            throw Problem.invalid(field, "enterprise.invalid.grade-unknown", day.toString());
        }
    }
}
