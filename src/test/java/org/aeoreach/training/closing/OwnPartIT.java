package org.aeoreach.training.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.training.after.PastSession;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What who is signed in does about his own registration, without a letter. */
@RunAsClient
class OwnPartIT implements ServerTest {

    private static final String MINE = "/portal/my/trainings/";

    private final Caller user = Caller.signedIn("electronics.user");
    private final Caller officer = Caller.signedIn("pudong.officer");

    private PastSession session;

    @BeforeEach
    void hold() throws SQLException {
        session = PastSession.of("HELD");
        session.set(
                "title_zh = 'IT-已举办', starts_at = now() - interval '26 hours', ends_at = now() - interval '25 hours'");
    }

    @AfterEach
    void forget() throws SQLException {
        session.close();
    }

    /** A registration by the enterprise of the user, with an address. */
    private long ours(String name, String mail) throws SQLException {
        long id = session.registered(name);
        Rows.change(
                "update training_registration r set mail = ?, enterprise_id = e.id, unit_id = e.unit_id, org_path = e.org_path"
                        + " from enterprise e join enterprise_member m on m.enterprise_id = e.id where m.account_id = ?"
                        + " and r.id = ?",
                mail,
                Caller.account("electronics.user"),
                id);
        return id;
    }

    private static String address() throws SQLException {
        return Rows.one("select upper(mail) as mail from account where login = 'electronics.user'")
                .text("mail");
    }

    private Map<String, String> answers() throws SQLException {
        List<Rows.Row> questions = Rows.all(
                "select id from training_check_question where course_id = ? order by number", session.course());
        return Map.of(
                "stage",
                "AFTER",
                "q" + questions.get(0).id("id"),
                "0",
                "q" + questions.get(1).id("id"),
                "0");
    }

    @Test
    void whoWasThereGivesTheCheckAndSaysWhatHeThinksFromHisRegistration() throws SQLException {
        long id = ours("Own", address());
        session.came(id, true);
        String page = MINE + id;
        assertThat(user.get(page).body()).contains(page + "/check", page + "/feedback", page + "/certificate");
        assertThat(user.get(page + "/check").body()).contains("action=\"" + page + "/check\"");
        HttpResponse<String> given = user.form(page + "/check", answers());
        assertThat(given.statusCode()).as(given.body()).isEqualTo(303);
        assertThat(user.form(page + "/check", answers()).statusCode()).isEqualTo(409);
        assertThat(user.form(page + "/feedback", Map.of("contentRating", "5", "valueRating", "4"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(Rows.number("select count(*) from training_feedback where session_id = ?", session.id()))
                .isEqualTo(1);
        assertThat(user.get(page + "/certificate").body()).contains("Own");
        assertThat(Caller.anonymous().get(page + "/check").statusCode()).isIn(303, 401);
        assertThat(officer.get(page + "/check").statusCode()).isEqualTo(404);
        assertThat(officer.get(page + "/certificate").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsPersonalOfAColleagueIsNotShownButHisCertificateIs() throws SQLException {
        long id = ours("Colleague", "colleague@after.example");
        session.came(id, true);
        Rows.change(
                "update training_attendance a set enterprise_id = r.enterprise_id, unit_id = r.unit_id, org_path = r.org_path"
                        + " from training_registration r where r.id = a.registration_id and r.id = ?",
                id);
        String page = MINE + id;
        assertThat(user.get(page).body())
                .contains(page + "/certificate")
                .doesNotContain(page + "/check")
                .doesNotContain(page + "/feedback");
        assertThat(user.get(page + "/certificate").body()).contains("Colleague");
        for (String part : new String[] {"/check", "/feedback", "/absence", "/observation", "/room"}) {
            assertThat(user.get(page + part).statusCode()).as(part).isEqualTo(404);
        }
        assertThat(user.form(page + "/check", answers()).statusCode()).isEqualTo(404);
        assertThat(user.form(page + "/feedback", Map.of("contentRating", "1", "valueRating", "1"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoDidNotComeSaysWhyFromHisRegistration() throws SQLException {
        long id = ours("Absent", address());
        String page = MINE + id;
        assertThat(user.get(page).body()).doesNotContain(page + "/absence");
        assertThat(Caller.signedIn("shekou.officer")
                        .form("/desk/trainings/" + session.id() + "/report/absences", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(user.get(page).body()).contains(page + "/absence");
        assertThat(user.form(page + "/absence", Map.of("absenceReason", "ILL")).statusCode())
                .isEqualTo(303);
        assertThat(Rows.one("select reason from training_absence where registration_id = ?", id)
                        .text("reason"))
                .isEqualTo("ILL");
        Rows.change("delete from mail where template = 'training-absent'");
    }

    @Test
    void whoObservesPromisesAndEntersFromHisRegistration() throws SQLException {
        long id = ours("Observer", address());
        session.set("kind = 'OBSERVATION', status = 'PUBLISHED', link = 'https://live.example.test/own',"
                + " starts_at = now() + interval '5 minutes', ends_at = now() + interval '2 hours'");
        String page = MINE + id;
        assertThat(user.get(page).body()).contains(page + "/observation");
        assertThat(user.get(page + "/room").statusCode()).isEqualTo(409);
        String edition = Long.toString(Rows.number("select max(edition) from training_statement"));
        assertThat(user.form(page + "/observation", Map.of("edition", edition)).statusCode())
                .isEqualTo(303);
        HttpResponse<String> entered = user.get(page + "/room");
        assertThat(entered.headers().firstValue("Location")).contains("https://live.example.test/own");
        assertThat(user.get(page + "/observation").body()).contains(page + "/room");
    }

    @Test
    void anOfficerDoesTheSameFromHisPageAtTheDesk() throws SQLException {
        session.set("audience = '{OFFICERS}'");
        long account = Caller.account("pudong.officer");
        long id = Rows.number(
                "insert into training_registration (session_id, session_path, account_id, name, mail, language, status) select"
                        + " id, org_path, ?, 'Officer', 'officer@after.example', 'zh', 'REGISTERED' from training_session"
                        + " where id = ? returning id",
                account,
                session.id());
        session.came(id, true);
        String self = "/desk/trainings/" + session.id() + "/self";
        String page = MINE + id;
        assertThat(officer.get(self).body()).contains(page + "/check", page + "/feedback", page + "/certificate");
        HttpResponse<String> said = officer.form(page + "/feedback", Map.of("contentRating", "5", "valueRating", "4"));
        assertThat(said.headers().firstValue("Location").orElse("")).contains(self);
        assertThat(officer.get(page + "/certificate").body()).contains("Officer", self);
        assertThat(Caller.signedIn("shekou.officer").get(page + "/feedback").statusCode())
                .isEqualTo(404);
    }
}
