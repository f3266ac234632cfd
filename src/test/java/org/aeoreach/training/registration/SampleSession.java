package org.aeoreach.training.registration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Rows;
import org.jspecify.annotations.Nullable;

/** A published session of the whole administration, with what a test does to it; nothing of it is left when it is closed. */
final class SampleSession implements AutoCloseable {

    static final Instant NOW = Instant.parse("2027-03-01T02:00:00Z");
    private static final String STATES = "select r.name || ' ' || r.status || coalesce(' ' || u.code, '') as state"
            + " from training_registration r left join unit u on u.id = r.quota_unit where r.session_id = ? order by r.place";

    private final long id;

    private SampleSession(long id) {
        this.id = id;
    }

    /** @param more further columns and their values, as an update sets them, or an empty text */
    static SampleSession of(@Nullable Integer capacity, String more) throws SQLException {
        long id = Rows.number(
                "insert into training_session (unit_id, org_path, kind, title_zh, starts_at, ends_at, capacity, status)"
                        + " select id, org_path, 'CLASS', 'seats', '2027-06-01 01:00+00', '2027-06-01 04:00+00',"
                        + " cast(? as int), 'PUBLISHED' from unit where code = '0000' returning id",
                capacity);
        SampleSession made = new SampleSession(id);
        made.set(more);
        return made;
    }

    long id() {
        return id;
    }

    void set(String columns) throws SQLException {
        if (!columns.isEmpty()) {
            Rows.change("update training_session set " + columns + " where id = ?", id);
        }
    }

    /** Keeps seats for a unit; none with 0. The seats are reckoned anew with {@link #settle}. */
    void quota(String unit, int seats) throws SQLException {
        Rows.change(
                "delete from training_quota q using unit u where u.id = q.unit_id and q.session_id = ? and u.code = ?",
                id,
                unit);
        if (seats > 0) {
            Rows.change(
                    "insert into training_quota (session_id, unit_id, org_path, seats) select ?, id, org_path, ?"
                            + " from unit where code = ?",
                    id,
                    seats,
                    unit);
        }
    }

    long settle() throws SQLException {
        try (Connection officer = officer()) {
            return number(officer, "select training_resettle(?, ?)", id, at(NOW));
        }
    }

    /** As an officer of the General Administration. */
    static Connection officer() throws SQLException {
        Connection connection = TestPostgres.running().application();
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "select set_config('app.write_lo', '0000.', false), set_config('app.write_hi', '0000/', false)");
        }
        return connection;
    }

    static long number(Connection connection, String sql, Object... values) throws SQLException {
        return Long.parseLong(text(connection, sql, values));
    }

    static String text(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        }
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Registers somebody of an enterprise, or of none; the outcome. */
    String register(Connection officer, String name, @Nullable Long enterprise) throws SQLException {
        String who = "{\"name\":\"" + name + "\",\"mail\":\"" + name + "@seats.example\",\"language\":\"zh\""
                + (enterprise == null ? "" : ",\"enterprise\":" + enterprise) + "}";
        return text(officer, "select outcome from training_register(?, cast(? as jsonb), ?)", id, who, at(NOW));
    }

    String register(String name, @Nullable Long enterprise) throws SQLException {
        try (Connection officer = officer()) {
            return register(officer, name, enterprise);
        }
    }

    /** Does something with the registration of that name; the status it has then. */
    String act(String name, String what, Instant when) throws SQLException {
        try (Connection officer = officer()) {
            return text(officer, "select training_do(?, ?, null, ?)", registration(name), what, at(when));
        }
    }

    long registration(String name) throws SQLException {
        return Rows.number("select max(id) from training_registration where session_id = ? and name = ?", id, name);
    }

    static void pass(Instant until) throws SQLException {
        try (Connection application = TestPostgres.running().application()) {
            number(application, "select training_time_passed(?)", at(until));
        }
    }

    /** Everybody in the order they came: name, status, and whose seat he holds if it is kept for a unit. */
    List<String> states() throws SQLException {
        return Rows.all(STATES, id).stream().map(row -> row.text("state")).toList();
    }

    /** What he was told, in order. */
    List<String> told(String name) throws SQLException {
        return Rows.all("select kind from training_notice where registration_id = ? order by id", registration(name))
                .stream()
                .map(row -> row.text("kind"))
                .toList();
    }

    /** Whether the seats counted are those held. */
    boolean adds() throws SQLException {
        return Rows.number(
                        "select count(*) from training_seat_pool p where p.session_id = ? and p.taken <> (select count(*)"
                                + " from training_registration r where r.session_id = p.session_id and r.status in"
                                + " ('OFFERED', 'REGISTERED') and r.quota_unit is not distinct from p.quota_unit)",
                        id)
                == 0;
    }

    /** One of the enterprises of a house, by their order. */
    static long enterprise(String house, int which) throws SQLException {
        return Rows.number(
                "select e.id from enterprise e join unit u on u.id = e.unit_id where u.code = ? order by e.id offset ? limit 1",
                house,
                which);
    }

    @Override
    public void close() throws SQLException {
        Rows.change("delete from training_registration where session_id = ?", id);
        Rows.change("delete from training_quota where session_id = ?", id);
        Rows.change("delete from training_seat_pool where session_id = ?", id);
        Rows.change("delete from training_session where id = ?", id);
    }
}
