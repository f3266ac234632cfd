package org.aeoreach.training.attendance;

import static org.aeoreach.training.attendance.HeldHall.api;
import static org.aeoreach.training.attendance.HeldHall.close;
import static org.aeoreach.training.attendance.HeldHall.comes;
import static org.aeoreach.training.attendance.HeldHall.noted;
import static org.aeoreach.training.attendance.HeldHall.there;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.training.checkin.SampleHall;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A session is closed when it is over: who was there is in the ledger, once, and what was wrong is put right. */
@RunAsClient
class AttendanceIT implements ServerTest {

    private final Caller house = Caller.signedIn("shekou.officer");

    @AfterEach
    void forget() throws SQLException {
        SampleHall.clear();
    }

    private void closed(SampleHall hall) throws Exception {
        HeldHall.closed(house, hall);
    }

    @Test
    void itIsClosedOnceItIsOverAndItsFiguresOpenTheListsBehindThem() throws Exception {
        SampleHall hall = SampleHall.of(null);
        SampleEnterprise one = SampleEnterprise.at("5304");
        there(hall, comes(hall, "甲", one));
        hall.person("乙", "REGISTERED");
        String page = "/desk/trainings/" + hall.id() + "/attendance";
        String list = "/desk/trainings/attendances?session=" + hall.id();
        assertThat(house.get(page).body())
                .contains("请在场次结束后再结束签到")
                .doesNotContain(page + "/closing")
                .contains(list + "&amp;walkin=no\">2<", list + "&amp;state=PRESENT\">1<");
        assertThat(house.get(list + "&walkin=no").body()).contains("共 2 条");
        assertThat(house.get(list + "&state=PRESENT").body()).contains("共 1 条");
        hall.during("-3 hours", "-1 hour");
        assertThat(house.get(page).body()).contains(page + "/closing");
    }

    @Test
    void attendanceIsOneContactForEachEnterpriseAndReopeningPutsItRight() throws Exception {
        SampleHall hall = SampleHall.of(null).during("-3 hours", "-1 hour");
        SampleEnterprise one = SampleEnterprise.at("5304");
        SampleEnterprise two = SampleEnterprise.at("5304");
        SampleEnterprise three = SampleEnterprise.at("5304");
        there(hall, comes(hall, "甲", one));
        there(hall, comes(hall, "乙", one));
        long wrong = comes(hall, "丙", two);
        there(hall, wrong);
        long late = comes(hall, "丁", three);
        closed(hall);
        assertThat(noted(hall))
                .containsExactly(one.id() + " TRAINING_BASE ATTENDED", two.id() + " TRAINING_BASE ATTENDED");
        assertThat(Rows.one(
                                "select t.people from training_contact k join touchpoint t on t.id = k.touchpoint_id"
                                        + " join touchpoint_party p on p.touchpoint_id = t.id and p.enterprise_id = ?"
                                        + " where k.session_id = ?",
                                one.id(),
                                hall.id())
                        .text("people"))
                .contains("甲", "乙");
        String list = house.get(api(hall, "")).body();
        assertThat(list).contains("\"name\":\"丁\"", "\"state\":\"ABSENT\"").doesNotContain("EXPECTED");

        assertThat(close(house, hall, "/closing").statusCode())
                .as("closed already")
                .isEqualTo(409);
        assertThat(close(house, hall, "/reopening").statusCode()).isEqualTo(200);
        assertThat(close(house, hall, "/reopening").statusCode())
                .as("open already")
                .isEqualTo(409);
        Rows.change("delete from training_attendance where registration_id = ?", wrong);
        there(hall, late);
        closed(hall);
        assertThat(noted(hall))
                .containsExactly(one.id() + " TRAINING_BASE ATTENDED", three.id() + " TRAINING_BASE ATTENDED");
        assertThat(Rows.number(
                        "select count(*) from training_contact k join touchpoint t on t.id = k.touchpoint_id"
                                + " where k.session_id = ? and t.withdrawn_at is not null",
                        hall.id()))
                .isEqualTo(1);

        assertThat(close(house, hall, "/reopening").statusCode()).isEqualTo(200);
        List<String> before = versions(hall);
        closed(hall);
        assertThat(versions(hall)).as("nothing was wrong").isEqualTo(before);
    }

    private static List<String> versions(SampleHall hall) throws SQLException {
        return Rows.all(
                        "select t.id || ' ' || t.version as it from training_contact k join touchpoint t"
                                + " on t.id = k.touchpoint_id where k.session_id = ? order by t.id",
                        hall.id())
                .stream()
                .map(row -> row.text("it"))
                .toList();
    }

    @Test
    void oneToOneTrainingIsAContactOneToOneAndWhoLeftEarlyIsNone() throws Exception {
        SampleHall hall = SampleHall.of(null).during("-3 hours", "-1 hour");
        Rows.change("update training_session set kind = 'ONE_TO_ONE' where id = ?", hall.id());
        SampleEnterprise one = SampleEnterprise.at("5304");
        SampleEnterprise two = SampleEnterprise.at("5304");
        there(hall, comes(hall, "甲", one));
        long gone = comes(hall, "乙", two);
        there(hall, gone);
        Rows.change("update training_attendance set minutes = 50, counts = false where registration_id = ?", gone);
        assertThat(house.get(api(hall, "")).body()).contains("\"state\":\"SHORT\"");
        closed(hall);
        assertThat(noted(hall)).containsExactly(one.id() + " ONE_TO_ONE_TRAINING ONE_TO_ONE");
        assertThat(house.json("PUT", api(hall, "/rules"), "{\"minShare\":40,\"checkOut\":true}")
                        .statusCode())
                .isEqualTo(409);
        close(house, hall, "/reopening");
        assertThat(house.json("PUT", api(hall, "/rules"), "{\"minShare\":40,\"checkOut\":true}")
                        .statusCode())
                .isEqualTo(200);
        closed(hall);
        assertThat(noted(hall)).hasSize(2);
    }

    @Test
    void onlyTheOrganiserClosesAndNotBeforeTheEnd() throws SQLException {
        SampleHall hall = SampleHall.of(null);
        assertThat(close(house, hall, "/closing").statusCode()).isEqualTo(409);
        hall.during("-3 hours", "-1 hour");
        Caller elsewhere = Caller.signedIn("pudong.officer");
        assertThat(close(elsewhere, hall, "/closing").statusCode()).isEqualTo(404);
        assertThat(elsewhere.get(api(hall, "/figures")).statusCode()).isEqualTo(404);
        assertThat(elsewhere.get("/desk/trainings/" + hall.id() + "/attendance").statusCode())
                .isEqualTo(404);
        assertThat(house.json("POST", api(hall, "/closing"), "{}", "If-Match", "\"v999\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(Rows.one("select status from training_session where id = ?", hall.id())
                        .text("status"))
                .isEqualTo("PUBLISHED");
    }

    @Test
    void theSheetNamesWhoeverHoldsASeatInBothLanguages() throws SQLException {
        SampleHall hall = SampleHall.of(null);
        hall.person("签到人", "REGISTERED");
        hall.person("候补人", "WAITING");
        String sheet = house.get("/desk/trainings/" + hall.id() + "/sheet").body();
        assertThat(sheet).contains("签到人", "签名", "Signature").doesNotContain("候补人", "@hall.example");
    }
}
