package org.aeoreach.worktime.hours;

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
import org.aeoreach.scope.UnitNames;
import org.aeoreach.worktime.Hours;
import org.aeoreach.worktime.WorkTime;
import org.aeoreach.worktime.WorkTimes;
import org.jspecify.annotations.Nullable;

/** Reads and sets the hours of units. */
@ApplicationScoped
public class WorkHours {

    private static final UnitNames.Name UNNAMED = new UnitNames.Name("", null);

    @Inject
    private Bound bound;

    @Inject
    private WorkTimes times;

    @Inject
    private UnitNames names;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /** The hours of a unit on a day and where they come from. @throws Problem 404 when there is no such unit */
    @Transactional
    public UnitHours of(long unitId, LocalDate day) {
        WorkTime time = timeOf(unitId);
        Long source = time.hoursOf(day);
        UnitNames.Name name = names.of(unitId).orElse(UNNAMED);
        UnitNames.@Nullable Name from = source == null ? null : names.of(source).orElse(UNNAMED);
        return new UnitHours(
                unitId,
                name.zh(),
                name.en(),
                day,
                time.hours(day).toString(),
                time.hoursSince(day),
                source,
                from == null ? null : from.zh(),
                from == null ? null : from.en(),
                entries(unitId));
    }

    private List<UnitHours.Entry> entries(long unitId) {
        return Rows.list(
                bound.query(
                        "select h.valid_from, array_to_string(h.spans, ' '), h.entered_at, exists (select from work_hours l"
                                + " where l.unit_id = h.unit_id and l.valid_from = h.valid_from and l.id > h.id)"
                                + " from work_hours h where h.unit_id = ? order by h.valid_from desc, h.id desc limit 200",
                        unitId),
                row -> new UnitHours.Entry(row.date(0), spans(row.text(1)), row.instant(2), row.flag(3)));
    }

    private static @Nullable String spans(String minutes) {
        return minutes.isEmpty() ? null : Hours.ofMinutes(minutes).toString();
    }

    /** Working time of a unit, with what this transaction has changed. @throws Problem 404 when there is no such unit */
    @Transactional
    public WorkTime timeOf(long unitId) {
        return times.changed(path(unitId));
    }

    /** The same as if it had these hours. @throws Problem 400 when they cannot be */
    @Transactional
    public WorkTime supposing(long unitId, NewHours hours) {
        String path = path(unitId);
        return times.supposing(unitId, path, hours.validFrom(), read(hours, path));
    }

    /**
     * Sets hours from a day on; of two entries for one day the later counts.
     *
     * @throws Problem 403 when the viewer does not write for the unit, 400 when they cannot be
     */
    @Transactional
    public UnitHours set(long unitId, NewHours hours) {
        String path = requireWritable(unitId);
        Optional<Hours> read = read(hours, path);
        String before = timeOf(unitId).hours(hours.validFrom()).toString();
        bound.query(
                        "insert into work_hours (unit_id, valid_from, spans)"
                                + " values (?, ?, cast(string_to_array(?, ' ') as integer[]))",
                        unitId,
                        hours.validFrom(),
                        read.map(Hours::minutes).orElse(""))
                .executeUpdate();
        String after = timeOf(unitId).hours(hours.validFrom()).toString();
        audit.record(
                "worktime.set-hours",
                new AuditTrail.Subject("work_hours", unitId, path),
                Changes.none()
                        .with("validFrom", hours.validFrom())
                        .with("workHours", before, after)
                        .with("workHoursInherited", hours.inherited() ? Boolean.TRUE : null));
        return of(unitId, hours.validFrom());
    }

    private static Optional<Hours> read(NewHours hours, String path) {
        if (hours.inherited() && path.indexOf('.') == path.length() - 1) {
            throw Problem.invalid("inherited", "worktime.invalid.nothing-above");
        }
        return hours.read();
    }

    /** @return path of the unit. @throws Problem 404 when there is none, 403 when the viewer does not write for it */
    @Transactional
    String requireWritable(long unitId) {
        String path = path(unitId);
        if (!writable(path)) {
            throw Problem.forbidden();
        }
        return path;
    }

    private boolean writable(String path) {
        return viewer.require().role().mayWrite() && viewer.require().covers(path);
    }

    /** Whether the viewer's range of writing holds the unit. */
    @Transactional
    boolean writable(long unitId) {
        return writable(path(unitId));
    }

    private String path(long unitId) {
        return Rows.one(bound.query("select org_path from unit where id = ?", unitId), row -> row.text(0))
                .orElseThrow(Problem::notFound);
    }
}
