package org.aeoreach.training.registration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Rows;

/** A published conference with types of delegates and break-outs; nothing of it is left when it is closed. */
final class SampleConference implements AutoCloseable {

    private static final String OWN = "(select c.id from training_session c where c.id = ? or c.parent_id = ?)";

    private final SampleSession event;

    private SampleConference(SampleSession event) {
        this.event = event;
    }

    static SampleConference of(int capacity) throws SQLException {
        return new SampleConference(SampleSession.of(capacity, "kind = 'CONFERENCE'"));
    }

    SampleSession event() {
        return event;
    }

    /** @param seats 0: it shares those of everybody */
    long type(String name, int seats) throws SQLException {
        long id = Rows.number(
                "insert into training_delegate_type (session_id, name_zh, seats, position) values (?, ?, nullif(?, 0), 1)"
                        + " returning id",
                event.id(),
                name,
                seats);
        event.settle();
        return id;
    }

    void seats(long type, int seats) throws SQLException {
        Rows.change("update training_delegate_type set seats = ? where id = ?", seats, type);
    }

    /** A break-out of an hour, so many hours after the conference begins. */
    long breakout(int seats, int hour) throws SQLException {
        return Rows.number(
                "insert into training_session (unit_id, org_path, kind, title_zh, starts_at, ends_at, capacity, status,"
                        + " parent_id, part) select unit_id, org_path, kind, 'break-out', starts_at + make_interval(hours => ?),"
                        + " starts_at + make_interval(hours => ?), ?, 'PUBLISHED', id, 'BREAKOUT' from training_session"
                        + " where id = ? returning id",
                hour,
                hour + 1,
                seats,
                event.id());
    }

    String comes(Connection officer, String name, long type) throws SQLException {
        String who = "{\"name\":\"" + name + "\",\"mail\":\"" + name + "@seats.example\",\"language\":\"zh\""
                + (type == 0 ? "" : ",\"delegate_type\":" + type) + "}";
        return SampleSession.text(
                officer,
                "select outcome from training_register(?, cast(? as jsonb), ?)",
                event.id(),
                who,
                SampleSession.at(SampleSession.NOW));
    }

    String comes(String name, long type) throws SQLException {
        try (Connection officer = SampleSession.officer()) {
            return comes(officer, name, type);
        }
    }

    String chooses(Connection officer, String name, long part, boolean wanted) throws SQLException {
        return SampleSession.text(
                officer,
                "select training_choose(cast(null as bytea), ?, ?, ?, ?)",
                event.registration(name),
                part,
                wanted,
                SampleSession.at(SampleSession.NOW));
    }

    String chooses(String name, long part) throws SQLException {
        try (Connection officer = SampleSession.officer()) {
            return chooses(officer, name, part, true);
        }
    }

    String leaves(String name, long part, Instant when) throws SQLException {
        try (Connection officer = SampleSession.officer()) {
            return SampleSession.text(
                    officer,
                    "select training_choose(cast(null as bytea), ?, ?, false, ?)",
                    event.registration(name),
                    part,
                    SampleSession.at(when));
        }
    }

    String leaves(String name, long part) throws SQLException {
        try (Connection officer = SampleSession.officer()) {
            return chooses(officer, name, part, false);
        }
    }

    /** Everybody of a break-out in the order they came. */
    static List<String> states(long part) throws SQLException {
        return Rows.all(
                        "select r.name || ' ' || r.status as state from training_registration r where r.session_id = ?"
                                + " order by r.place",
                        part)
                .stream()
                .map(row -> row.text("state"))
                .toList();
    }

    /** Seats held of a type that has its own. */
    long taken(long type) throws SQLException {
        return Rows.number("select taken from training_seat_pool where delegate_type = ?", type);
    }

    /** As somebody who is nobody: what is done needs a secret link. */
    static Connection stranger() throws SQLException {
        return TestPostgres.running().application();
    }

    @Override
    public void close() throws SQLException {
        long id = event.id();
        Rows.change("delete from training_registration where delegate_id is not null and session_id in " + OWN, id, id);
        Rows.change("delete from training_registration where session_id in " + OWN, id, id);
        Rows.change("delete from training_session where parent_id = ?", id);
        Rows.change("delete from training_seat_pool where session_id = ?", id);
        Rows.change("delete from training_delegate_type where session_id = ?", id);
        event.close();
    }
}
