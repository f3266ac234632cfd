package org.aeoreach.training.outcome;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Rows;

/** A course with sessions that were held, enterprises of a test's own, and what they did; gone when it is closed. */
final class HeldCourse implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String OFFICER = "(select min(id) from account where kind = 'OFFICER')";

    private final long id;
    private long base;
    private long trainer;
    private final List<Long> enterprises = new ArrayList<>();

    private HeldCourse(long id) {
        this.id = id;
    }

    static HeldCourse made() throws SQLException {
        return new HeldCourse(Rows.number(
                "insert into training_course (unit_id, org_path, code, title_zh, audience, minutes, languages, status)"
                        + " select id, org_path, ?, 'IT-后续', '{ALL}', 60, '{ZH}', 'OPEN' from unit where code = '0000'"
                        + " returning id",
                "OUT-" + COUNT.incrementAndGet()));
    }

    long id() {
        return id;
    }

    /** A session of a unit, so many days ago. */
    long held(String unit, int daysAgo) throws SQLException {
        return Rows.number(
                "insert into training_session (unit_id, org_path, kind, title_zh, starts_at, ends_at, status, course_id)"
                        + " select id, org_path, 'CLASS', 'IT-后续', now() - make_interval(days => ?),"
                        + " now() - make_interval(days => ?) + interval '1 hour', 'HELD', ? from unit where code = ?"
                        + " returning id",
                daysAgo,
                daysAgo,
                id,
                unit);
    }

    /** Held in a room of a base of its own. */
    long at(long session) throws SQLException {
        if (base == 0) {
            base = Rows.number(
                    "insert into training_base (unit_id, org_path, kind, name_zh) select id, org_path, 'VENUE',"
                            + " 'IT-后续' || clock_timestamp() from unit where code = '5300' returning id");
        }
        Rows.change(
                "with r as (insert into training_room (base_id, unit_id, org_path, name_zh, capacity) select id, unit_id,"
                        + " org_path, '样例室' || ?, 10 from training_base where id = ? returning id)"
                        + " update training_session set room_id = (select id from r) where id = ?",
                session,
                base,
                session);
        return base;
    }

    /** Taught by a trainer of its own. */
    long by(long session) throws SQLException {
        if (trainer == 0) {
            trainer = Rows.number(
                    "insert into training_trainer (unit_id, org_path, name_zh, organisation, qualification_zh, languages)"
                            + " select id, org_path, 'IT-后续', '样例', '样例', '{ZH}' from unit where code = '5300' returning id");
        }
        Rows.change(
                "insert into training_session_trainer (session_id, trainer_id, position) values (?, ?, 1)",
                session,
                trainer);
        return trainer;
    }

    long enterprise(String house) throws SQLException {
        long made = SampleEnterprise.at(house).id();
        enterprises.add(made);
        return made;
    }

    void came(long session, long enterprise) throws SQLException {
        attended(session, enterprise, true);
    }

    /** @param counts whether somebody of it was there long enough */
    void attended(long session, long enterprise, boolean counts) throws SQLException {
        Rows.change(
                "insert into training_attendance (session_id, session_path, enterprise_id, unit_id, org_path, name, way,"
                        + " arrived_at, counts) select s.id, s.org_path, e.id, e.unit_id, e.org_path, '样例', 'NAME',"
                        + " s.starts_at, ? from training_session s, enterprise e where s.id = ? and e.id = ?",
                counts,
                session,
                enterprise);
    }

    void registered(long session, long enterprise) throws SQLException {
        registered(session, enterprise, "REGISTERED");
    }

    void registered(long session, long enterprise, String status) throws SQLException {
        Rows.change(
                "insert into training_registration (session_id, session_path, enterprise_id, unit_id, org_path, name, mail,"
                        + " language, status) select s.id, s.org_path, e.id, e.unit_id, e.org_path, '样例', ?, 'zh', ?"
                        + " from training_session s, enterprise e where s.id = ? and e.id = ?",
                "out" + COUNT.incrementAndGet() + "@outcome.test",
                status,
                session,
                enterprise);
    }

    void took(long enterprise, String step, int daysAgo) throws SQLException {
        Rows.change(
                "insert into journey_entry (enterprise_id, unit_id, org_path, step, from_step, happened_on, unit_then,"
                        + " account_id) select id, unit_id, org_path, ?, 'PROSPECT', china_day() - ?, unit_id, "
                        + OFFICER + " from enterprise where id = ?",
                step,
                daysAgo,
                enterprise);
    }

    /** Somebody who sees a range. */
    private static Connection viewer(String path) throws SQLException {
        Connection connection = TestPostgres.running().application();
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('app.lo', '" + path + "', false), set_config('app.hi', '"
                    + path.substring(0, path.length() - 1) + "/', false)");
        }
        return connection;
    }

    private static List<String> texts(String path, String sql, Object... values) throws SQLException {
        try (Connection viewer = viewer(path);
                PreparedStatement statement = viewer.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        }
    }

    /** What somebody is told of a group and a step: how many took it, of how many, how many more are left out. */
    String figure(String path, boolean present, String step) throws SQLException {
        return figure(path, "COURSE", id, present, step);
    }

    /** @param kind what it is told about, of that number */
    static String figure(String path, String kind, long of, boolean present, String step) throws SQLException {
        List<String> found = texts(
                path,
                "select took || ' of ' || enterprises || case when left_out > 0 then ' without ' || left_out else '' end"
                        + " from training_outcome(?, ?) where present = ? and step = ? and months is null",
                kind,
                of,
                present,
                step);
        return found.isEmpty() ? "none" : found.get(0);
    }

    /** For each number of months that has passed: how many took it in them, of how many. */
    List<String> months(String path, String step) throws SQLException {
        return texts(
                path,
                "select months || ': ' || took || ' of ' || enterprises from training_outcome('COURSE', ?)"
                        + " where present and step = ? and months is not null order by months",
                id,
                step);
    }

    String days(String path, String step) throws SQLException {
        return String.valueOf(texts(
                        path,
                        "select days from training_outcome('COURSE', ?) where present and step = ? and months is null",
                        id,
                        step)
                .get(0));
    }

    /** The enterprises somebody is shown one by one. */
    List<Long> members(String path) throws SQLException {
        return texts(path, "select enterprise from training_outcome_members('COURSE', ?) order by 1", id).stream()
                .map(Long::valueOf)
                .toList();
    }

    @Override
    public void close() throws SQLException {
        String sessions = "(select id from training_session where course_id = ?)";
        for (String table :
                List.of("training_certificate", "training_attendance", "training_registration", "training_seat_pool")) {
            Rows.change("delete from " + table + " where session_id in " + sessions, id);
        }
        Rows.change("delete from training_session_trainer where session_id in " + sessions, id);
        Rows.change("delete from training_session where course_id = ?", id);
        Rows.change("delete from training_room where base_id = ?", base);
        Rows.change("delete from training_base where id = ?", base);
        Rows.change("delete from training_trainer where id = ?", trainer);
        Rows.change("delete from training_course where id = ?", id);
        for (long enterprise : enterprises) {
            Rows.change("delete from journey_entry where enterprise_id = ?", enterprise);
        }
    }
}
