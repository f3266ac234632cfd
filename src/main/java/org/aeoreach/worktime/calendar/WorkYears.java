package org.aeoreach.worktime.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** Reads and changes the days of years. */
@ApplicationScoped
public class WorkYears {

    static final int FIRST = 2000;
    static final int LAST = 2100;

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /** Everything that is known of a year; of one nothing is known of, that. @throws Problem 404 outside 2000 to 2100 */
    @Transactional
    public WorkYear get(int year) {
        if (year < FIRST || year > LAST) {
            throw Problem.notFound();
        }
        return find(year, "").orElse(new WorkYear(year, Status.UNKNOWN, null, null, null, 0, List.of()));
    }

    /** All years something is known of, the latest first. */
    @Transactional
    public List<WorkYear> all() {
        return Rows.list(bound.query("select year from work_year order by year desc"), row -> (int) row.id(0)).stream()
                .map(this::get)
                .toList();
    }

    private Optional<WorkYear> find(int year, String locking) {
        return Rows.one(
                bound.query(
                        "select status, source_zh, source_en, link, version from work_year where year = ?" + locking,
                        year),
                row -> new WorkYear(
                        year,
                        Status.valueOf(row.text(0)),
                        row.text(1),
                        row.text(2),
                        row.textOrNull(3),
                        row.id(4),
                        days(year)));
    }

    private List<WorkDay> days(int year) {
        return Rows.list(
                bound.query(
                        "select day, working, name_zh, name_en from work_day where day between ? and ? order by day",
                        LocalDate.of(year, 1, 1),
                        LocalDate.of(year, 12, 31)),
                row -> new WorkDay(row.date(0), row.flag(1), row.text(2), row.textOrNull(3)));
    }

    /**
     * Puts everything known of a year in place of what was known.
     *
     * @param field at which problems with days are told
     * @throws Problem 403 outside the General Administration, 412 on another version
     */
    @Transactional
    public WorkYear change(int year, long version, YearChange change, String field) {
        requireEverywhere();
        List<WorkDay> days = change.checked(get(year).year(), field);
        WorkYear before = locked(year);
        Versions.check(version, before.version());
        keep(year, before.version(), change);
        bound.query(
                        "delete from work_day where day between ? and ?",
                        LocalDate.of(year, 1, 1),
                        LocalDate.of(year, 12, 31))
                .executeUpdate();
        days.forEach(this::add);
        WorkYear after = get(year);
        record("worktime.change-year", year, changes(before, after));
        return after;
    }

    /** The year as it stands, held until the transaction ends. */
    private WorkYear locked(int year) {
        return find(year, " for update").orElseGet(() -> get(year));
    }

    /** @throws Problem 412 when somebody else has begun with the year meanwhile */
    private void keep(int year, long version, YearChange change) {
        int kept = bound.query(
                        "insert into work_year (year, status, source_zh, source_en, link) values (?, ?, ?, ?, ?)"
                                + " on conflict (year) do update set status = excluded.status, source_zh = excluded.source_zh,"
                                + " source_en = excluded.source_en, link = excluded.link, version = work_year.version + 1"
                                + " where work_year.version = ?",
                        year,
                        change.status(),
                        change.sourceZh(),
                        change.sourceEn(),
                        change.link(),
                        version)
                .executeUpdate();
        Versions.check(1, kept);
    }

    private void add(WorkDay day) {
        bound.query(
                        "insert into work_day (day, working, name_zh, name_en) values (?, ?, ?, ?)",
                        day.day(),
                        day.working(),
                        day.nameZh(),
                        day.nameEn())
                .executeUpdate();
    }

    private static Changes changes(WorkYear before, WorkYear after) {
        return Changes.none()
                .with("yearStatus", before.version() == 0 ? null : before.status(), after.status())
                .with("sourceZh", before.sourceZh(), after.sourceZh())
                .with("sourceEn", before.sourceEn(), after.sourceEn())
                .with("link", before.link(), after.link())
                .with("workDays", without(before, after), without(after, before));
    }

    /** Lines of the days of one that the other has not, or not so; null for none. */
    private static @Nullable String without(WorkYear one, WorkYear other) {
        List<WorkDay> only = one.days().stream()
                .filter(day ->
                        other.days().stream().noneMatch(each -> each.day().equals(day.day()) && each.sameAs(day)))
                .toList();
        return only.isEmpty() ? null : DayLines.text(only);
    }

    /**
     * Makes a day off, worked, or what its weekday makes it.
     *
     * @throws Problem 403 outside the General Administration, 400 when nothing is known of its year
     */
    @Transactional
    public WorkYear change(DayChange change) {
        requireEverywhere();
        WorkDay made = change.checked();
        int year = change.day().getYear();
        WorkYear before = year < FIRST || year > LAST ? get(LAST + 1) : locked(year);
        if (before.version() == 0) {
            throw Problem.invalid("day", "worktime.invalid.year-unknown", Integer.toString(year));
        }
        bound.query("update work_year set version = version + 1 where year = ?", year)
                .executeUpdate();
        bound.query("delete from work_day where day = ?", change.day()).executeUpdate();
        if (made != null) {
            add(made);
        }
        WorkYear after = get(year);
        record("worktime.change-day", year, changes(before, after).with("day", change.day()));
        return after;
    }

    private void requireEverywhere() {
        if (!viewer.require().everywhere()) {
            throw Problem.forbidden();
        }
    }

    private void record(String action, int year, Changes changes) {
        audit.record(
                action,
                new AuditTrail.Subject("work_year", year, viewer.require().orgPath()),
                changes);
    }
}
