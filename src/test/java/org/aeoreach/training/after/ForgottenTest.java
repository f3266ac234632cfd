package org.aeoreach.training.after;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Rows;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is left of people who are erased, and of those nobody keeps as contacts. */
@Tag("db")
class ForgottenTest {

    private static final String LONG_AGO =
            "starts_at = '1990-03-01 01:00+00', ends_at = '1990-03-01 04:00+00', registration_until = null";

    private static long contact(String mail) throws SQLException {
        return Rows.number(
                "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, purpose, legal_basis, mail)"
                        + " select id, unit_id, org_path, 'x', 'OUTREACH', 'STATUTORY_DUTY', ? from enterprise"
                        + " order by id limit 1 returning id",
                mail);
    }

    @Test
    void whatAnErasedPersonWroteGoesWithHim() throws SQLException {
        long person = contact("mia@after.example");
        try (PastSession session = PastSession.of("HELD")) {
            session.set("starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour'");
            long there = session.came("mia");
            long other = session.came("other");
            for (long attendance : new long[] {there, other}) {
                Rows.change(
                        "insert into training_feedback (session_id, session_path, attendance_id, content, value, words,"
                                + " given_at, changed_at) select session_id, session_path, id, 4, 4, '我是某人', now(), now()"
                                + " from training_attendance where id = ?",
                        attendance);
            }
            Rows.change(
                    "insert into training_absence (registration_id, session_id, session_path, asked_at, told, reason, words,"
                            + " answered_at) select id, session_id, session_path, now(), true, 'ILL', '住院', now()"
                            + " from training_registration where session_id = ? and name = 'mia'",
                    session.id());
            Rows.change(
                    "insert into training_presence (session_id, session_path, name, mail, minutes, found, account_id) select"
                            + " id, org_path, 'mia', 'Mia@after.example', 5, 'NONE', (select min(id) from account) from"
                            + " training_session where id = ?",
                    session.id());
            Rows.change(
                    "update contact_person set mail = null, erased_at = now(), ended_at = now() where id = ?", person);
            assertThat(Rows.one(
                                    "select (select string_agg(a.name || coalesce(f.words, '-'), ',' order by f.id) from"
                                            + " training_feedback f join training_attendance a on a.id = f.attendance_id"
                                            + " where f.session_id = s.id) as feedback, (select reason || coalesce(words, '-')"
                                            + " from training_absence where session_id = s.id) as absence, (select name ||"
                                            + " coalesce(mail, '-') from training_presence where session_id = s.id) as listed,"
                                            + " (select string_agg(h.name, ',' order by h.id) from training_certificate_sheet h"
                                            + " where h.session_id = s.id) as certified from training_session s where s.id = ?",
                                    session.id())
                            .columns()
                            .values())
                    .containsExactly("***-,other我是某人", "ILL-", "***-", "***,other");
            Rows.change("delete from training_presence where session_id = ?", session.id());
        } finally {
            Rows.change("delete from contact_person where id = ?", person);
        }
    }

    private static String forgotten(Connection connection, PastSession session, String at) throws SQLException {
        PastSession.asked(connection, "select training_forget(?, 1000)", PastSession.at(Instant.parse(at)));
        return PastSession.asked(
                connection,
                "select (select string_agg(name || ' ' || coalesce(mail, '-'), ',' order by id) from training_attendance"
                        + " where session_id = s.id) || '; ' || (select string_agg(name, ',' order by id) from"
                        + " training_registration where session_id = s.id) from training_session s where s.id = ?",
                session.id());
    }

    @Test
    void whoIsNobodysContactIsForgottenTwoYearsAfterTheSession() throws SQLException {
        long person = contact("kept@after.example");
        try (PastSession session = PastSession.of("HELD")) {
            session.came("gone");
            session.unannounced("walk");
            session.unannounced("kept");
            session.set(LONG_AGO);
            try (Connection application = TestPostgres.running().application()) {
                PastSession.asked(
                        application,
                        "select set_config('app.lo', '0000.', false), set_config('app.hi', '0000/', false)");
                assertThat(forgotten(application, session, "1992-02-28T00:00:00Z"))
                        .isEqualTo("gone gone@after.example,walk walk@after.example,kept kept@after.example; gone");
                assertThat(forgotten(application, session, "1992-03-02T00:00:00Z"))
                        .isEqualTo("*** -,*** -,kept kept@after.example; ***");
            }
        } finally {
            Rows.change("delete from contact_person where id = ?", person);
        }
    }

    @Test
    void nobodySignedInForgetsAnybody() throws SQLException {
        try (Connection application = TestPostgres.running().application()) {
            PastSession.asked(application, "select set_config('app.account', '1', false)");
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> PastSession.asked(application, "select training_forget(now(), 1)")))
                    .isInstanceOf(SQLException.class);
        }
    }

    /** The report is finished by the General Administration and read by the house. */
    @Test
    void enterprisesOfOthersAreCountedAndNotNamedWhoeverFinishesTheReport() throws SQLException {
        try (PastSession session = PastSession.of("HELD");
                Connection above = TestPostgres.running().application()) {
            for (String house : new String[] {"5304", "2210"}) {
                Rows.change(
                        "insert into training_attendance (session_id, session_path, enterprise_id, unit_id, org_path, name,"
                                + " way, arrived_at) select s.id, s.org_path, e.id, e.unit_id, e.org_path, 'x', 'WALK_IN',"
                                + " s.starts_at from training_session s, (select e.* from enterprise e join unit u on u.id ="
                                + " e.unit_id where u.code = ? and e.merged_into is null order by e.id limit 1) e where s.id = ?",
                        house,
                        session.id());
            }
            PastSession.asked(
                    above, "select set_config('app.lo', '0000.', false), set_config('app.hi', '0000/', false)");
            assertThat(PastSession.asked(
                            above,
                            "select concat_ws(' ', f ->> 'enterprises', jsonb_array_length(f -> 'firms'),"
                                    + " (select sum((g ->> 'many')::int) from jsonb_array_elements(f -> 'grades') g),"
                                    + " jsonb_array_length(f -> 'houses')) from training_report_facts(?) f",
                            session.id()))
                    .isEqualTo("2 1 1 2");
        }
    }
}
