package org.aeoreach.enquiry;

import java.sql.SQLException;
import org.aeoreach.testing.Rows;

/** An enquiry of a house that has just come and whose clocks run. */
public record SampleEnquiry(long id, String house) {

    /** In the queue of the unit with this code, asked in Chinese by somebody with an address of his own. */
    public static SampleEnquiry at(String house) throws SQLException {
        return at(house, "sample.asker@example.test");
    }

    /** The same, by who has this address. */
    public static SampleEnquiry at(String house, String mail) throws SQLException {
        long id = Rows.number(
                "insert into enquiry (unit_id, org_path, asker_name, asker_mail, language, channel, subject)"
                        + " select id, org_path, '样例', ?, 'zh', 'PORTAL', 'AEO认证标准样例' from unit where code = ? returning id",
                mail,
                house);
        Rows.change(
                "insert into enquiry_work (enquiry_id, unit_id, org_path, desk_id, desk_path, level, clock_since,"
                        + " left_minutes, due_at, total_left_minutes, total_due_at, last_in_at)"
                        + " select ?, id, org_path, id, org_path, kind, now(), 1260, now() + interval '3 days', 8400,"
                        + " now() + interval '20 days', now() from unit where code = ?",
                id,
                house);
        Rows.change(
                "insert into enquiry_message (enquiry_id, kind, language, body) values (?, 'QUESTION', 'zh', '样例问题')",
                id);
        Rows.change(
                "insert into enquiry_step (enquiry_id, unit_id, org_path, level, target_minutes)"
                        + " select ?, id, org_path, kind, 1260 from unit where code = ?",
                id,
                house);
        return new SampleEnquiry(id, house);
    }

    /** Gives it to a level above, as if it had been passed up to the unit with this code. */
    public SampleEnquiry with(String desk) throws SQLException {
        Rows.change(
                "update enquiry_step set left_at = now(), passed = 'UP', words = '样例原因', proposal = '样例答复'"
                        + " where enquiry_id = ? and left_at is null",
                id);
        Rows.change(
                "update enquiry_work w set desk_id = u.id, desk_path = u.org_path, level = u.kind, status = 'OPEN' from unit u"
                        + " where w.enquiry_id = ? and u.code = ?",
                id,
                desk);
        Rows.change(
                "insert into enquiry_step (enquiry_id, unit_id, org_path, level, target_minutes)"
                        + " select ?, id, org_path, kind, 2100 from unit where code = ?",
                id,
                desk);
        return this;
    }

    public long version() throws SQLException {
        return Rows.number("select version from enquiry_work where enquiry_id = ?", id);
    }

    /** A column of the work on it. */
    public String work(String column) throws SQLException {
        return Rows.one("select coalesce(" + column + "::text, '') as it from enquiry_work where enquiry_id = ?", id)
                .text("it");
    }
}
