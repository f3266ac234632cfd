package org.aeoreach.training.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.training.PlannedSession;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Watching a validation over a link: who gets in, and that nobody is told where it is. */
@RunAsClient
class ObservationIT implements ServerTest {

    private static final String TITLE = "IT-观摩";
    private static final String LINK = "https://live.example.test/only-for-observers";

    private final Caller house = Caller.signedIn("shekou.officer");
    private final Caller anybody = Caller.anonymous();

    @AfterEach
    void forget() throws Exception {
        PlannedSession.forget(TITLE);
        Rows.change("delete from training_pledge where edition > 1");
        Rows.change("delete from training_statement where edition > 1");
    }

    private PlannedSession out() throws Exception {
        return PlannedSession.out(house, TITLE, "kind", "OBSERVATION", "link", LINK);
    }

    /** So many minutes from now, for three hours. */
    private static void begins(PlannedSession session, int minutes) throws Exception {
        Rows.change(
                "update training_session set starts_at = now() + make_interval(mins => ?),"
                        + " ends_at = now() + make_interval(mins => ? + 180) where id = ?",
                minutes,
                minutes,
                session.id());
    }

    private void approve(PlannedSession session, String name) throws Exception {
        assertThat(house.form("/desk/trainings/registrations/" + session.registration(name) + "/approval", Map.of())
                        .statusCode())
                .isEqualTo(303);
    }

    private HttpResponse<String> accept(String ticket) throws Exception {
        long edition = Rows.number("select max(edition) from training_statement");
        return anybody.form(ticket + "/observation", Map.of("edition", Long.toString(edition)));
    }

    private static String cookie(HttpResponse<String> entered) {
        return entered.headers().firstValue("Set-Cookie").orElse("").split(";", 2)[0];
    }

    private static HttpResponse<String> enter(String ticket, String cookie) {
        return Caller.anonymous().send("GET", ticket + "/room", null, "Cookie", cookie);
    }

    @Test
    void onlyWhoIsApprovedAndHasPromisedEntersAndOnlyShortlyBefore() throws Exception {
        PlannedSession session = out();
        String ticket = session.comes("observer");
        assertThat(Rows.one("select status from training_registration where id = ?", session.registration("observer"))
                        .text("status"))
                .as("always approved by its organiser")
                .isEqualTo("REQUESTED");
        assertThat(anybody.get(ticket + "/room").statusCode()).isEqualTo(409);
        approve(session, "observer");
        assertThat(anybody.get(ticket + "/room").body()).contains("尚未接受保密承诺");
        assertThat(accept(ticket).statusCode()).isEqualTo(303);
        assertThat(anybody.get(ticket + "/room").body()).contains("尚未到入场时间");
        begins(session, 14);
        HttpResponse<String> entered = anybody.get(ticket + "/room");
        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(entered.headers().firstValue("Location")).contains(LINK);
        assertThat(enter(ticket, cookie(entered)).statusCode()).isEqualTo(303);
        assertThat(Rows.all(
                                "select way || ' ' || counts as it from training_attendance where registration_id = ?",
                                session.registration("observer"))
                        .stream()
                        .map(row -> row.text("it")))
                .as("who enters is there, once")
                .containsExactly("SELF true");
        begins(session, -181);
        assertThat(enter(ticket, cookie(entered)).body()).contains("观摩已结束");
        assertThat(Rows.number(
                        "select count(*) from audit_entry where action = 'training.enter' and record_id = ?",
                        Long.toString(session.registration("observer"))))
                .isEqualTo(2);
    }

    @Test
    void itWorksOnOneDeviceUntilAnOfficerAllowsAnother() throws Exception {
        PlannedSession session = out();
        String ticket = session.comes("device");
        approve(session, "device");
        accept(ticket);
        begins(session, 5);
        String first = cookie(anybody.get(ticket + "/room"));
        assertThat(enter(ticket, first).statusCode()).isEqualTo(303);
        assertThat(anybody.get(ticket + "/room").body()).contains("已在另一台设备上入场");
        String observers = session.desk() + "/observers";
        assertThat(house.get(observers).body()).contains("device@it.training.test", "允许更换设备");
        String again = "/desk/trainings/registrations/" + session.registration("device") + "/readmission";
        assertThat(Caller.signedIn("pudong.officer").form(again, Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(house.form(again, Map.of()).statusCode()).isEqualTo(303);
        HttpResponse<String> other = anybody.get(ticket + "/room");
        assertThat(other.statusCode()).isEqualTo(303);
        assertThat(enter(ticket, first).statusCode()).isEqualTo(409);
        anybody.form(ticket + "/cancellation", Map.of());
        assertThat(enter(ticket, cookie(other)).statusCode())
                .as("who has withdrawn is out at once")
                .isEqualTo(404);
    }

    @Test
    void nobodyIsToldWhereItIs() throws Exception {
        PlannedSession session = out();
        String ticket = session.comes("quiet");
        approve(session, "quiet");
        accept(ticket);
        Rows.Row letter = PlannedSession.letter("quiet", "training-registered");
        assertThat(letter.text("body_text")
                        + letter.text("body_html")
                        + letter.text("calendar").replace("\r\n ", ""))
                .doesNotContain(LINK);
        Caller user = Caller.signedIn("electronics.user");
        assertThat(user.form("/portal/my/trainings/sessions/" + session.id(), PlannedSession.person("ours"))
                        .statusCode())
                .isEqualTo(303);
        approve(session, "ours");
        long mine = session.registration("ours");
        for (String page : new String[] {
            ticket,
            ticket + "/observation",
            "/portal/trainings/" + session.id(),
            "/portal/trainings/" + session.id() + ".ics",
            "/portal/trainings/feed.ics",
            "/api/v1/portal/trainings/" + session.id()
        }) {
            assertThat(anybody.get(page).body()).as(page).doesNotContain(LINK);
        }
        for (String page : new String[] {
            "/portal/my/trainings/" + mine, "/portal/my/trainings", "/api/v1/portal/training-registrations/" + mine
        }) {
            HttpResponse<String> seen = user.get(page);
            assertThat(seen.statusCode()).as(page).isEqualTo(200);
            assertThat(seen.body()).as(page).doesNotContain(LINK);
        }
        assertThat(house.get("/api/v1/training-registrations/" + mine).body()).doesNotContain(LINK);
        assertThat(Caller.signedIn("gacc.officer")
                        .get("/api/v1/trainings/" + session.id())
                        .body())
                .isNotEmpty();
        assertThat(Caller.signedIn("pudong.officer")
                        .get("/api/v1/trainings/" + session.id())
                        .body())
                .doesNotContain(LINK);
    }

    @Test
    void anotherWordingIsAcceptedAnew() throws Exception {
        PlannedSession session = out();
        String ticket = session.comes("anew");
        approve(session, "anew");
        accept(ticket);
        begins(session, 5);
        Map<String, String> words = Map.of("statementZh", "新的承诺", "statementEn", "New words");
        assertThat(house.form("/desk/trainings/statement", words).statusCode()).isEqualTo(403);
        assertThat(Caller.signedIn("gacc.officer")
                        .form("/desk/trainings/statement", words)
                        .statusCode())
                .isEqualTo(303);
        assertThat(anybody.get(ticket + "/room").body()).contains("尚未接受保密承诺");
        assertThat(anybody.form(ticket + "/observation", Map.of("edition", "1")).statusCode())
                .isEqualTo(409);
        assertThat(anybody.get(ticket + "/observation").body()).contains("新的承诺");
        assertThat(accept(ticket).statusCode()).isEqualTo(303);
        assertThat(anybody.get(ticket + "/room").statusCode()).isEqualTo(303);
        assertThat(Rows.number(
                        "select count(*) from training_pledge where registration_id = ?", session.registration("anew")))
                .as("both editions are kept")
                .isEqualTo(2);
    }
}
