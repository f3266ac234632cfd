package org.aeoreach.enterprise.grade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.jspecify.annotations.Nullable;

/** How many enterprises within the viewer's range were AEOs on a day, by the definition of that day. */
@ApplicationScoped
public class AeoCounts {

    // What makes an AEO by one definition may overlap, as sources do not agree: an enterprise counts once while it has
    // any of it. Beginnings count up, the day after an end counts down.
    private static final String HELD =
            " = any(string_to_array(?, ',')) and %1$s.grade not in ('REGULAR', 'GENERAL') and e.merged_into is null";
    private static final String CHANGES = "with held as (select e.id, daterange(e.grade_since, null) as days"
            + " from enterprise e where e.grade" + HELD.formatted("e")
            + " union all select e.id, daterange(f.valid_from, f.valid_to, '[]') from enterprise_former_grade f"
            + " join enterprise e on e.id = f.enterprise_id where f.grade" + HELD.formatted("f")
            + "), whole as (select unnest(range_agg(days)) as days from held group by id)"
            + " select day, sum(n) from (select lower(days) as day, 1 as n from whole"
            + " union all select upper(days), -1 from whole where not upper_inf(days)) changes group by 1 order by 1";
    private static final String DEFINITIONS = "select d.day, credit_rules_on(d.day),"
            + " array_to_string(array(select unnest(aeo_grades(d.day)) order by 1), ',')"
            + " from unnest(cast(string_to_array(?, ',') as date[])) d (day)";
    private static final String BY_UNIT = "select u.code, n.zh, n.en, count(*) from enterprise e"
            + " join unit u on u.parent_id = ? and starts_with(e.org_path, u.org_path)"
            + " join unit_name n on n.unit_id = u.id and n.valid_to is null"
            + " where e.merged_into is null and e.id in (" + Aeos.ON_DAY
            + ") group by u.code, n.zh, n.en order by u.code";

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

    /** By which rules a day counts, and which grades make an AEO by them. */
    private record Definition(LocalDate day, @Nullable String ruleSet, String grades) {}

    /** On these days, in their order. */
    @Transactional
    public List<Count> counts(List<LocalDate> days) {
        Map<LocalDate, Definition> definitions = definitions(days);
        Map<String, TreeMap<LocalDate, Long>> running = new HashMap<>();
        return days.stream()
                .map(day -> Objects.requireNonNull(definitions.get(day)))
                .map(definition -> count(definition, running.computeIfAbsent(definition.grades(), this::running)))
                .toList();
    }

    private static Count count(Definition definition, TreeMap<LocalDate, Long> running) {
        var floor = running.floorEntry(definition.day());
        return new Count(definition.day(), definition.ruleSet(), floor == null ? 0 : floor.getValue());
    }

    private Map<LocalDate, Definition> definitions(List<LocalDate> days) {
        return Rows.list(
                        bound.query(DEFINITIONS, days),
                        row -> new Definition(row.date(0), row.textOrNull(1), row.text(2)))
                .stream()
                .collect(Collectors.toMap(Definition::day, definition -> definition, (one, same) -> one));
    }

    /** How many had any of these grades, from each day of change on. */
    private TreeMap<LocalDate, Long> running(String grades) {
        TreeMap<LocalDate, Long> running = new TreeMap<>();
        long sum = 0;
        for (Rows.Row row : Rows.list(bound.query(CHANGES, grades, grades), row -> row)) {
            sum += row.id(1);
            running.put(row.date(0), sum);
        }
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
