package org.aeoreach.training.after;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.platform.Digests;
import org.aeoreach.testing.Rows;
import org.jspecify.annotations.Nullable;

/** A session of a customs house that is over, with what a test does to it; nothing of it is left when it is closed. */
public final class PastSession implements AutoCloseable {

    /** When it began and ended. */
    public static final Instant START = Instant.parse("2027-03-01T01:00:00Z");

    public static final Instant END = Instant.parse("2027-03-01T04:00:00Z");

    private final long id;
    private final long course;

    private PastSession(long id, long course) {
        this.id = id;
        this.course = course;
    }

    /** Of a course with two questions, the first option of each is right. @param status PUBLISHED or HELD */
    public static PastSession of(String status) throws SQLException {
        long course = Rows.number(
                "insert into training_course (unit_id, org_path, code, title_zh, audience, minutes, languages, status)"
                        + " select id, org_path, 'AFTER-' || nextval('training_course_seq'), 'after', '{ALL}', 60, '{ZH}', 'OPEN'"
                        + " from unit where code = '5304' returning id");
        for (int i = 1; i <= 2; i++) {
            Rows.change(
                    "insert into training_check_question (course_id, number, text_zh, options, right_option, since)"
                            + " values (?, ?, 'Frage', '[{\"zh\": \"a\"}, {\"zh\": \"b\"}]', 0, '2026-01-01')",
                    course,
                    i);
        }
        long id = Rows.number(
                "insert into training_session (unit_id, org_path, kind, title_zh, course_id, starts_at, ends_at, status)"
                        + " select id, org_path, 'CLASS', 'after', ?, ?, ?, ? from unit where code = '5304' returning id",
                course,
                at(START),
                at(END),
                status);
        return new PastSession(id, course);
    }

    public long id() {
        return id;
    }

    public long course() {
        return course;
    }

    public void set(String columns) throws SQLException {
        Rows.change("update training_session set " + columns + " where id = ?", id);
    }

    /** Somebody from outside taught there, too. @return the number of the trainer, who has taught nowhere else */
    public long taughtBy(String name) throws SQLException {
        long trainer = Rows.number(
                "insert into training_trainer (unit_id, org_path, name_zh, organisation, qualification_zh, languages) select"
                        + " id, org_path, ?, 'after', 'after', '{ZH}' from unit where code = '5304' returning id",
                name);
        Rows.change(
                "insert into training_session_trainer (session_id, trainer_id, position) values (?, ?, 1)",
                id,
                trainer);
        return trainer;
    }

    /** Somebody registered. @return the number of the registration */
    public long registered(String name) throws SQLException {
        return Rows.number(
                "insert into training_registration (session_id, session_path, name, mail, language, status) select id,"
                        + " org_path, ?, ? || '@after.example', 'en', 'REGISTERED' from training_session where id = ? returning id",
                name,
                name,
                id);
    }

    /** He is there. @return the number of the attendance */
    public long came(long registration, boolean counts) throws SQLException {
        return Rows.number(
                "insert into training_attendance (session_id, session_path, registration_id, name, mail, language, way,"
                        + " arrived_at, counts) select r.session_id, r.session_path, r.id, r.name, r.mail, r.language, 'TICKET',"
                        + " s.starts_at, ? from training_registration r join training_session s on s.id = r.session_id"
                        + " where r.id = ? returning id",
                counts,
                registration);
    }

    /** Somebody registered who is there. @return the number of the attendance */
    public long came(String name) throws SQLException {
        return came(registered(name), true);
    }

    /** Somebody nobody knew of. @return the number of the attendance */
    public long unannounced(String name) throws SQLException {
        return Rows.number(
                "insert into training_attendance (session_id, session_path, name, mail, language, way, arrived_at) select"
                        + " id, org_path, ?, ? || '@after.example', 'zh', 'WALK_IN', starts_at from training_session where id = ?"
                        + " returning id",
                name,
                name,
                id);
    }

    /** A secret link for the registration of that name; what the database knows of it. */
    public byte[] link(String name) throws SQLException {
        byte[] hash = Digests.sha256(token(name));
        Rows.change(
                "insert into training_ticket (hash, registration_id, expires_at) select ?, max(id), '2099-06-01' from"
                        + " training_registration where session_id = ? and name = ? on conflict do nothing",
                hash,
                id,
                name);
        return hash;
    }

    /** The same for who came unannounced. */
    public byte[] link(long attendance) throws SQLException {
        byte[] hash = Digests.sha256(token("a" + attendance));
        Rows.change(
                "insert into training_attendance_link (hash, attendance_id, expires_at) values (?, ?, '2099-06-01')",
                hash,
                attendance);
        return hash;
    }

    /** The text of such a link. */
    public String token(String name) {
        return (name + id + "0".repeat(43)).substring(0, 43);
    }

    /** One text from a statement, as requests may run it. */
    public static String asked(String sql, @Nullable Object... values) throws SQLException {
        try (Connection application = TestPostgres.running().application()) {
            return asked(application, sql, values);
        }
    }

    public static String asked(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? String.valueOf(row.getString(1)) : "none";
            }
        }
    }

    public static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public void close() throws SQLException {
        for (String table : List.of(
                "training_follow_up",
                "training_report",
                "training_raised",
                "training_feedback",
                "training_check",
                "training_certificate")) {
            Rows.change("delete from " + table + " where session_id = ?", id);
        }
        Rows.change("delete from training_attendance where session_id = ?", id);
        Rows.change("delete from training_certificate where session_id = ?", id);
        Rows.change("delete from training_registration where session_id = ?", id);
        Rows.change("delete from training_seat_pool where session_id = ?", id);
        List<Long> trainers =
                Rows.all("select trainer_id as id from training_session_trainer where session_id = ?", id).stream()
                        .map(row -> row.id("id"))
                        .toList();
        Rows.change("delete from training_session_trainer where session_id = ?", id);
        for (long trainer : trainers) {
            Rows.change("delete from training_trainer where id = ?", trainer);
        }
        Rows.change("delete from training_session where id = ?", id);
        Rows.change("delete from training_check_question where course_id = ?", course);
        Rows.change("delete from training_course where id = ?", course);
    }
}
