package org.aeoreach.training.checkin;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.platform.Digests;
import org.aeoreach.testing.Rows;
import org.jspecify.annotations.Nullable;

/** A session of Shekou that began ten minutes ago, with people; nothing of it is left when it is closed. */
public final class SampleHall implements AutoCloseable {

    private static final String ALL = "(select id from training_session where title_zh = 'hall')";

    private final long id;

    private SampleHall(long id) {
        this.id = id;
    }

    /** @param capacity seats, or null */
    public static SampleHall of(@Nullable Integer capacity) throws SQLException {
        return new SampleHall(Rows.number(
                "insert into training_session (unit_id, org_path, kind, title_zh, starts_at, ends_at, capacity, status)"
                        + " select id, org_path, 'CLASS', 'hall', now() - interval '10 minutes', now() + interval '2 hours',"
                        + " cast(? as int), 'PUBLISHED' from unit where code = '5304' returning id",
                capacity));
    }

    public long id() {
        return id;
    }

    /** Somebody of that name; who is in holds a seat for everybody. */
    public long person(String name, String status) throws SQLException {
        if (status.equals("REGISTERED")) {
            Rows.change("update training_seat_pool set taken = taken + 1 where session_id = ?", id);
        }
        return Rows.number(
                "insert into training_registration (session_id, session_path, name, mail, language, status) select id,"
                        + " org_path, ?, ? || '@hall.example', 'zh', ? from training_session where id = ? returning id",
                name,
                name,
                status,
                id);
    }

    /** From then to then, each as an interval from now. */
    public SampleHall during(String from, String until) throws SQLException {
        Rows.change(
                "update training_session set starts_at = now() + cast(? as interval), ends_at = now() + cast(? as interval)"
                        + " where id = ?",
                from,
                until,
                id);
        return this;
    }

    /** Whom a registration is for. */
    public void works(long registration, long enterprise) throws SQLException {
        Rows.change(
                "update training_registration r set enterprise_id = e.id, unit_id = e.unit_id, org_path = e.org_path"
                        + " from enterprise e where e.id = ? and r.id = ?",
                enterprise,
                registration);
    }

    /** A secret link of his. @return its address */
    public String link(long registration) throws SQLException {
        String token = String.format("%043d", registration);
        Rows.change(
                "insert into training_ticket (hash, registration_id, expires_at) values (?, ?, '2099-01-01')",
                Digests.sha256(token),
                registration);
        return "/portal/trainings/tickets/" + token;
    }

    public String code(long registration) throws SQLException {
        return Rows.one("select code from training_registration where id = ?", registration)
                .text("code");
    }

    static String mark() {
        return UUID.randomUUID().toString();
    }

    static String item(String mark, String more) {
        return "{\"mark\":\"" + mark + "\"," + more + "}";
    }

    static String ticket(String mark, String code) {
        return item(mark, "\"code\":\"" + code + "\"");
    }

    /** As an officer of that unit sends it; the outcome of each. */
    List<String> sendAs(String path, String... items) throws SQLException {
        List<String> outcomes = new ArrayList<>();
        try (Connection connection = TestPostgres.running().application();
                Statement scope = connection.createStatement();
                PreparedStatement call = connection.prepareStatement(
                        "select outcome from training_check_ins(?, cast(? as jsonb), now())")) {
            String above = path.substring(0, path.length() - 1) + "/";
            scope.execute("select set_config('app.lo', '" + path + "', false), set_config('app.hi', '" + above
                    + "', false), set_config('app.write_lo', '" + path + "', false), set_config('app.write_hi', '"
                    + above
                    + "', false)");
            call.setLong(1, id);
            call.setString(2, "[" + String.join(",", items) + "]");
            try (ResultSet rows = call.executeQuery()) {
                while (rows.next()) {
                    outcomes.add(rows.getString(1));
                }
            }
        }
        return outcomes;
    }

    List<String> send(String... items) throws SQLException {
        return sendAs("0000.5300.5304.", items);
    }

    /** Everybody who is there, by name. */
    public List<String> present() throws SQLException {
        return Rows.all("select name from training_attendance where session_id = ? order by name", id).stream()
                .map(row -> row.text("name"))
                .toList();
    }

    /** Takes away all there are. */
    public static void clear() throws SQLException {
        Rows.change("delete from training_certificate where session_id in " + ALL);
        Rows.change("delete from training_contact where session_id in " + ALL);
        Rows.change("delete from training_presence where session_id in " + ALL);
        Rows.change("delete from training_attendance where session_id in " + ALL);
        Rows.change("delete from training_certificate where session_id in " + ALL);
        Rows.change("delete from training_check_in_mark where session_id in " + ALL);
        Rows.change("delete from training_registration where session_id in " + ALL);
        Rows.change("delete from training_seat_pool where session_id in " + ALL);
        Rows.change("delete from training_session where id in " + ALL);
    }

    @Override
    public void close() throws SQLException {
        clear();
    }
}
