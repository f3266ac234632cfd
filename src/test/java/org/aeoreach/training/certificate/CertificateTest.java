package org.aeoreach.training.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Rows;
import org.aeoreach.training.after.PastSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When there is a certificate, and what anybody is told of it. */
@Tag("db")
class CertificateTest {

    private static final String CHECKED = "select concat_ws('|', day, revoked_on is not null, name, title_zh) from"
            + " training_certificate_checked(?, cast(? as text))";

    private static List<String> states(PastSession session) throws SQLException {
        return Rows.all(
                        "select coalesce(a.name, '-') || case when c.revoked_at is null then '' else ' revoked' end as state"
                                + " from training_certificate c left join training_attendance a on a.id = c.attendance_id"
                                + " where c.session_id = ? order by c.id",
                        session.id())
                .stream()
                .map(row -> row.text("state"))
                .toList();
    }

    @Test
    void whoseAttendanceCountsHasOneOnceTheSessionIsHeld() throws SQLException {
        try (PastSession session = PastSession.of("PUBLISHED")) {
            session.came("a");
            session.came(session.registered("short"), false);
            session.unannounced("b");
            session.registered("absent");
            assertThat(states(session)).isEmpty();
            session.set("status = 'HELD'");
            assertThat(states(session)).containsExactly("a", "b");
        }
    }

    @Test
    void nobodyHasTwo() throws SQLException {
        try (PastSession session = PastSession.of("HELD")) {
            long attendance = session.came("a");
            session.set("status = 'PUBLISHED'");
            session.set("status = 'HELD'");
            Rows.change("update training_attendance set counts = true, version = version + 1 where id = ?", attendance);
            Rows.one("select 'x' as x from training_certify(?, null)", session.id());
            assertThat(states(session)).containsExactly("a");
        }
    }

    @Test
    void aCorrectionRevokesAndAnotherOneBringsANewNumber() throws SQLException {
        try (PastSession session = PastSession.of("HELD")) {
            long attendance = session.came("a");
            Rows.change("update training_attendance set counts = false where id = ?", attendance);
            assertThat(states(session)).containsExactly("a revoked");
            Rows.change("update training_attendance set counts = true where id = ?", attendance);
            assertThat(states(session)).containsExactly("a revoked", "a");
            Rows.change("delete from training_attendance where id = ?", attendance);
            assertThat(states(session)).containsExactly("- revoked", "- revoked");
        }
    }

    @Test
    void theNumberAloneTellsTheDayAndWithItsCodeWhoseItIs() throws SQLException {
        try (PastSession session = PastSession.of("HELD")) {
            long attendance = session.came("a");
            Rows.Row one =
                    Rows.one("select number, code from training_certificate where attendance_id = ?", attendance);
            assertThat(one.text("number")).matches(Certificates.NUMBER);
            assertThat(one.text("code")).hasSize(20);
            assertThat(PastSession.asked(CHECKED, one.text("number"), null)).isEqualTo("2027-03-01|f");
            assertThat(PastSession.asked(CHECKED, one.text("number"), one.text("code")))
                    .isEqualTo("2027-03-01|f|a|after");
            assertThat(PastSession.asked(CHECKED, one.text("number"), "0".repeat(20)))
                    .isEqualTo("none");
            Rows.change("update training_attendance set counts = false where id = ?", attendance);
            assertThat(PastSession.asked(CHECKED, one.text("number"), null)).isEqualTo("2027-03-01|t");
        }
    }

    @Test
    void theLinkOpensThatOfItsOwner() throws SQLException {
        try (PastSession session = PastSession.of("HELD")) {
            session.came("a");
            session.came("b");
            long walkIn = session.unannounced("c");
            session.registered("absent");
            String shown = "select name || ' ' || language from training_certificate_by_link(?, ?)";
            assertThat(PastSession.asked(shown, session.link("a"), PastSession.at(PastSession.END)))
                    .isEqualTo("a en");
            assertThat(PastSession.asked(shown, session.link(walkIn), PastSession.at(PastSession.END)))
                    .isEqualTo("c zh");
            assertThat(PastSession.asked(shown, session.link("absent"), PastSession.at(PastSession.END)))
                    .isEqualTo("none");
        }
    }

    @Test
    void thoseOfASessionAreForItsUnitAndThoseAbove() throws SQLException {
        try (PastSession session = PastSession.of("HELD");
                Connection officer = TestPostgres.running().application()) {
            session.came("a");
            String range = "select set_config('app.lo', ?, false), set_config('app.hi', ?, false)";
            String many = "select count(*) from training_certificate_sheet where session_id = ?";
            for (String unit : List.of("0000", "0000.5300", "0000.5300.5304")) {
                PastSession.asked(officer, range, unit + ".", unit + "/");
                assertThat(PastSession.asked(officer, many, session.id()))
                        .as(unit)
                        .isEqualTo("1");
            }
            PastSession.asked(officer, range, "0000.2200.", "0000.2200/");
            assertThat(PastSession.asked(officer, many, session.id())).isEqualTo("0");
        }
    }
}
