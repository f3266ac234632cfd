package org.aeoreach.training.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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

    private static final String NOTED =
            "select p.enterprise_id || ' ' || p.channel || ' ' || p.strength as it from training_contact k"
                    + " join touchpoint_party p on p.touchpoint_id = k.touchpoint_id and p.withdrawn_at is null"
                    + " where k.session_id = ? order by p.enterprise_id";

    private final Caller house = Caller.signedIn("shekou.officer");

    @AfterEach
    void forget() throws SQLException {
        SampleHall.clear();
    }

    private static String api(SampleHall hall, String part) {
        return "/api/v1/trainings/" + hall.id() + "/attendance" + part;
    }

    private static HttpResponse<String> close(Caller caller, SampleHall hall, String part) throws SQLException {
        long version = Rows.number("select version from training_session where id = ?", hall.id());
        return caller.json("POST", api(hall, part), "{}", "If-Match", "\"v" + version + "\"");
    }

    /** Closes attendance and waits until its contacts are noted. */
    private void closed(SampleHall hall) throws Exception {
        HttpResponse<String> answer = close(house, hall, "/closing");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"HELD\"");
        String open = "select count(*) from job where kind = 'note-attendance' and status in ('WAITING', 'RUNNING')"
                + " and parameters ->> 'session' = ?";
        for (int i = 0; i < 240 && Rows.number(open, Long.toString(hall.id())) > 0; i++) {
            Thread.sleep(250);
        }
        assertThat(Rows.all(
                        "select status || coalesce(' ' || error, '') as it from job where kind = 'note-attendance'"
                                + " and parameters ->> 'session' = ? and status <> 'DONE'",
                        Long.toString(hall.id())))
                .extracting(row -> row.text("it"))
                .isEmpty();
    }

    private static List<String> noted(SampleHall hall) throws SQLException {
        return Rows.all(NOTED, hall.id()).stream().map(row -> row.text("it")).toList();
    }

    private static long comes(SampleHall hall, String name, SampleEnterprise enterprise) throws SQLException {
        long id = hall.person(name, "REGISTERED");
        hall.works(id, enterprise.id());
        return id;
    }

    private static void there(SampleHall hall, long registration) throws SQLException {
        Rows.change(
                "insert into training_attendance (session_id, session_path, registration_id, enterprise_id, unit_id, org_path,"
                        + " name, way, arrived_at) select session_id, session_path, id, enterprise_id, unit_id, org_path, name,"
                        + " 'NAME', now() - interval '3 hours' from training_registration where id = ? and session_id = ?",
                registration,
                hall.id());
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
