package org.aeoreach.enquiry.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.SystemDatabase;
import org.aeoreach.worktime.WorkTimes;

/** Reckons the clocks that run again when the calendar or somebody's hours have changed. */
@ApplicationScoped
public class ReckonAgain {

    private static final String NOW =
            "select md5(concat((select string_agg(d::text, ';' order by d.day) from work_day d), '|',"
                    + " (select string_agg(y.year || y.status, ';' order by y.year) from work_year y), '|',"
                    + " (select count(*) || ':' || coalesce(max(h.id), 0) from work_hours h)))";
    private static final String STALE =
            "select fingerprint <> ? from enquiry_clock_calendar where fingerprint <> ? or again for update skip locked";
    private static final String DONE = "update enquiry_clock_calendar set fingerprint = ?, again = ?";
    private static final String RUNNING = "select w.enquiry_id, w.desk_path, w.org_path, w.clock_since, w.left_minutes,"
            + " w.total_left_minutes, coalesce(t.warn_minutes, 0), coalesce(a.warn_minutes, 0) from enquiry_work w"
            + " left join lateral enquiry_target_of(w.desk_path, w.level, w.topic, w.priority::int) t on true"
            + " left join lateral enquiry_target_of(w.org_path, 'TOTAL', w.topic, w.priority::int) a on true"
            + " where w.clock_since is not null and w.enquiry_id > ? order by w.enquiry_id limit 500";
    private static final String SET =
            "update enquiry_work set due_at = ?, warn_at = ?, total_due_at = ?, total_warn_at = ?,"
                    + " late_told_at = case when ? > now() then null else late_told_at end,"
                    + " total_late_told_at = case when ? > now() then null else total_late_told_at end"
                    + " where enquiry_id = ? and clock_since = ? and left_minutes = ?";

    @Inject
    private SystemDatabase database;

    @Inject
    private WorkTimes times;

    private record Running(
            long id, String desk, String unit, Instant since, int left, int totalLeft, int warn, int totalWarn) {}

    /** @return how many clocks were reckoned; none when nothing changed, or another node is at it */
    public int run() {
        return database.inTransaction(this::reckoned);
    }

    private int reckoned(Connection connection) throws SQLException {
        String now = one(connection, NOW, row -> row.text(0)).get(0);
        List<Boolean> stale = one(connection, STALE, row -> row.flag(0), now, now);
        if (stale.isEmpty()) {
            return 0;
        }
        int count = all(connection);
        try (PreparedStatement done = connection.prepareStatement(DONE)) {
            done.setString(1, now);
            done.setBoolean(2, stale.get(0));
            done.executeUpdate();
        }
        return count;
    }

    private int all(Connection connection) throws SQLException {
        Map<String, Reckoning> known = new HashMap<>();
        int count = 0;
        long after = 0;
        List<Running> some = running(connection, after);
        while (!some.isEmpty()) {
            try (PreparedStatement set = connection.prepareStatement(SET)) {
                for (Running each : some) {
                    fill(set, each, known);
                    set.addBatch();
                }
                set.executeBatch();
            }
            count += some.size();
            after = some.get(some.size() - 1).id();
            some = running(connection, after);
        }
        return count;
    }

    private List<Running> running(Connection connection, long after) throws SQLException {
        return one(
                connection,
                RUNNING,
                row -> new Running(
                        row.id(0),
                        row.text(1),
                        row.text(2),
                        row.instant(3),
                        (int) row.id(4),
                        (int) row.id(5),
                        (int) row.id(6),
                        (int) row.id(7)),
                after);
    }

    private void fill(PreparedStatement set, Running each, Map<String, Reckoning> known) throws SQLException {
        Reckoning desk = known.computeIfAbsent(each.desk(), path -> new Reckoning(times.changed(path)));
        Reckoning unit = known.computeIfAbsent(each.unit(), path -> new Reckoning(times.changed(path)));
        Object due = desk.end(each.since(), each.left()).atOffset(ZoneOffset.UTC);
        Object warn = desk.warning(each.since(), each.left(), each.warn()).atOffset(ZoneOffset.UTC);
        Object total = unit.end(each.since(), each.totalLeft()).atOffset(ZoneOffset.UTC);
        Object totalWarn =
                unit.warning(each.since(), each.totalLeft(), each.totalWarn()).atOffset(ZoneOffset.UTC);
        Object since = each.since().atOffset(ZoneOffset.UTC);
        Object[] values = {due, warn, total, totalWarn, due, total, each.id(), since, each.left()};
        for (int i = 0; i < values.length; i++) {
            set.setObject(i + 1, values[i]);
        }
    }

    private static <T> List<T> one(
            Connection connection, String sql, java.util.function.Function<Rows.Row, T> read, Object... values)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            return Rows.list(query, read);
        }
    }
}
