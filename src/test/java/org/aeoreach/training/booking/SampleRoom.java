package org.aeoreach.training.booking;

import java.sql.SQLException;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.jspecify.annotations.Nullable;

/** A room of a base of its own. */
public record SampleRoom(long base, long room) {

    /** A room of a unit, for ten people. @param approval whether others get it only when the unit approves */
    public static SampleRoom at(String unit, boolean approval) throws SQLException {
        return made(unit, approval, 10, null);
    }

    /** A room without limit. */
    public static SampleRoom online(String unit) throws SQLException {
        return made(unit, false, null, "https://meeting.example/it");
    }

    private static SampleRoom made(String unit, boolean approval, @Nullable Integer capacity, @Nullable String link)
            throws SQLException {
        long base = Rows.number(
                "insert into training_base (unit_id, org_path, kind, name_zh) select id, org_path, 'VENUE',"
                        + " 'IT-' || clock_timestamp() from unit where code = ? returning id",
                unit);
        long room = Rows.number(
                "insert into training_room (base_id, unit_id, org_path, name_zh, capacity, online, link, approval)"
                        + " select id, unit_id, org_path, '样例室', ?::int, ?::text is not null, ?, ? from training_base"
                        + " where id = ? returning id",
                capacity,
                link,
                link,
                approval,
                base);
        return new SampleRoom(base, room);
    }

    /** A booking on a day far off, of which nobody was told. @param hours such as {@code 09:00-12:00} */
    public long booking(String login, String status, String hours) throws SQLException {
        return Rows.number(
                "insert into training_booking (room_id, unit_id, org_path, sole, by_unit, by_path, during, kind, status,"
                        + " title, reason, asked_by) select r.id, r.unit_id, r.org_path, r.sole, a.unit_id, a.org_path,"
                        + " tstzrange(('2099-03-02 ' || split_part(?, '-', 1))::timestamp at time zone 'Asia/Shanghai',"
                        + " ('2099-03-02 ' || split_part(?, '-', 2))::timestamp at time zone 'Asia/Shanghai'), 'OTHER',"
                        + " ?, 'IT-用途', case when ? = 'REFUSED' then 'IT' end, a.id from training_room r, account a"
                        + " where r.id = ? and a.id = ? returning id",
                hours,
                hours,
                status,
                status,
                room,
                Caller.account(login));
    }

    /** How many have it. */
    public long approved() throws SQLException {
        return Rows.number("select count(*) from training_booking where room_id = ? and status = 'APPROVED'", room);
    }

    static String status(long booking) throws SQLException {
        return Rows.one("select status from training_booking where id = ?", booking)
                .text("status");
    }

    /** Takes all of them away. */
    public static void forget() throws SQLException {
        String ours = "(select id from training_base where name_zh like 'IT-%')";
        String rooms = "(select id from training_room where base_id in " + ours + ")";
        Rows.change("update training_session set room_id = null, room_status = null where room_id in " + rooms);
        Rows.change("delete from training_booking where room_id in " + rooms);
        Rows.change("delete from training_room where base_id in " + ours);
        Rows.change("delete from training_base where name_zh like 'IT-%'");
    }
}
