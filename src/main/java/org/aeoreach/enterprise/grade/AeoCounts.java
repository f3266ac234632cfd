package org.aeoreach.enterprise.grade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.aeoreach.enterprise.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.jspecify.annotations.Nullable;

/** How many enterprises within the viewer's range were AEOs on a day, by the definition of that day. */
@ApplicationScoped
public class AeoCounts {

    // Beginnings count up, the day after an end counts down; one row per grade and day of change.
    private static final String EVENTS = "select grade, day, sum(n) from ("
            + " select e.grade, e.grade_since as day, 1 as n from enterprise e"
            + " where e.grade in ('ACE', 'CE', 'GCE') and e.merged_into is null"
            + " union all select f.grade, f.valid_from, 1 from enterprise_former_grade f"
            + " join enterprise e on e.id = f.enterprise_id"
            + " where f.grade in ('ACE', 'CE', 'GCE') and e.merged_into is null"
            + " union all select f.grade, f.valid_to + 1, -1 from enterprise_former_grade f"
            + " join enterprise e on e.id = f.enterprise_id"
            + " where f.grade in ('ACE', 'CE', 'GCE') and e.merged_into is null) changes group by 1, 2";
    private static final String BY_UNIT = "select u.code, n.zh, n.en, count(*) from enterprise e"
            + " join unit u on u.parent_id = ? and starts_with(e.org_path, u.org_path)"
            + " join unit_name n on n.unit_id = u.id and n.valid_to is null"
            + " where e.merged_into is null and e.id in (" + Aeos.ON_DAY
            + ") group by u.code, n.zh, n.en order by u.code";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Bound bound;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** A count. @param ruleSet code of the rule set by which it counts; null before there was one */
    public record Count(LocalDate day, @Nullable String ruleSet, long aeos) {}

    /** A unit directly below the viewer's, and how many AEOs are registered with it or below today. */
    public record OfUnit(String code, String zh, @Nullable String en, long aeos) {}

    /** At the end of every quarter since 2014, and today. */
    @Transactional
    public List<Count> quarters() {
        LocalDate today = Time.today(clock);
        List<LocalDate> days = new ArrayList<>();
        for (YearMonth month = YearMonth.of(2014, 12);
                month.atEndOfMonth().isBefore(today);
                month = month.plusMonths(3)) {
            days.add(month.atEndOfMonth());
        }
        days.add(today);
        return counts(days);
    }

    /** At the end of every year, on the last and the first day of every definition, and today; the newest first. */
    @Transactional
    public List<Count> milestones(List<CreditRules.RuleSet> rules) {
        LocalDate today = Time.today(clock);
        TreeSet<LocalDate> days = new TreeSet<>(List.of(today));
        for (int year = 2014; year < today.getYear(); year++) {
            days.add(LocalDate.of(year, 12, 31));
        }
        for (CreditRules.RuleSet set : rules) {
            days.add(set.from());
            if (set.to() != null) {
                days.add(set.to());
            }
        }
        return counts(new ArrayList<>(days.descendingSet()));
    }

    /** On these days, in their order. */
    @Transactional
    public List<Count> counts(List<LocalDate> days) {
        Map<String, TreeMap<LocalDate, Long>> running = running();
        return days.stream().map(day -> count(day, running)).toList();
    }

    private Count count(LocalDate day, Map<String, TreeMap<LocalDate, Long>> running) {
        Rows.Row definition = Rows.one(
                        bound.query("select credit_rules_on(?), array_to_string(aeo_grades(?), ',')", day, day),
                        row -> row)
                .orElseThrow();
        long sum = 0;
        for (String grade : Set.of(definition.text(1).split(","))) {
            var floor = running.getOrDefault(grade, new TreeMap<>()).floorEntry(day);
            sum += floor == null ? 0 : floor.getValue();
        }
        return new Count(day, definition.textOrNull(0), sum);
    }

    /** For each grade how many had it from a day on. */
    private Map<String, TreeMap<LocalDate, Long>> running() {
        Map<String, TreeMap<LocalDate, Long>> running = new HashMap<>();
        Rows.list(em.createNativeQuery(EVENTS), row -> row)
                .forEach(row -> running.computeIfAbsent(row.text(0), grade -> new TreeMap<>())
                        .put(row.date(1), row.id(2)));
        running.values().forEach(days -> {
            long sum = 0;
            for (var day : days.entrySet()) {
                sum += day.getValue();
                day.setValue(sum);
            }
        });
        return running;
    }

    /** The units directly below the viewer's that have any. */
    @Transactional
    public List<OfUnit> byUnit(LocalDate day) {
        return Rows.list(
                bound.query(BY_UNIT, viewer.require().unitId(), day, day, day, day),
                row -> new OfUnit(row.text(0), row.text(1), row.textOrNull(2), row.id(3)));
    }
}
