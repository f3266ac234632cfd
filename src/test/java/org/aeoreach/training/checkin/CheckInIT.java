package org.aeoreach.training.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import org.aeoreach.platform.Digests;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The door of a session as devices use it, and the ticket that is shown there. */
@RunAsClient
class CheckInIT implements ServerTest {

    private final Caller house = Caller.signedIn("shekou.officer");
    private final Caller elsewhere = Caller.signedIn("pudong.officer");

    @AfterEach
    void forget() throws SQLException {
        SampleHall.clear();
    }

    private static String url(SampleHall hall, String part) {
        return "/api/v1/trainings/" + hall.id() + part;
    }

    private static HttpResponse<String> send(Caller caller, SampleHall hall, String... items) {
        return caller.json("POST", url(hall, "/check-ins"), "{\"checkIns\":[" + String.join(",", items) + "]}");
    }

    @Test
    void aDeviceKnowsWhoIsExpectedWithoutAddressesAndWithoutCodes() throws SQLException {
        SampleHall hall = SampleHall.of(null);
        long id = hall.person("王芳", "REGISTERED");
        hall.person("waiting", "WAITING");
        HttpResponse<String> list = house.get(url(hall, "/hall"));
        assertThat(list.statusCode()).as(list.body()).isEqualTo(200);
        assertThat(list.body())
                .contains("\"expected\":1", "王芳", "\"registration\":" + id)
                .doesNotContain("@hall.example", hall.code(id));
        assertThat(elsewhere.get(url(hall, "/hall")).statusCode()).isEqualTo(404);
        assertThat(Caller.anonymous().get(url(hall, "/hall")).statusCode()).isEqualTo(401);
    }

    @Test
    void peopleAreCheckedInOnceAndByTheirOwnHouseOnly() throws SQLException {
        SampleHall hall = SampleHall.of(null);
        long id = hall.person("a", "REGISTERED");
        String item = SampleHall.ticket(SampleHall.mark(), hall.code(id));
        assertThat(send(elsewhere, hall, item).statusCode()).isEqualTo(404);
        HttpResponse<String> in = send(house, hall, item);
        assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
        assertThat(in.body()).contains("\"outcome\":\"IN\"", "\"present\":1", "\"again\":false");
        assertThat(send(house, hall, item).body()).contains("\"outcome\":\"IN\"", "\"present\":1", "\"again\":true");
        assertThat(send(house, hall, SampleHall.ticket(SampleHall.mark(), hall.code(id)))
                        .body())
                .contains("\"outcome\":\"ALREADY\"", "\"since\":");
    }

    @Test
    void somebodyUnannouncedIsOfAnEnterpriseTheOfficerSeesOrOfWhatHeSays() throws SQLException {
        SampleHall hall = SampleHall.of(null);
        long ours = enterprise("5304");
        long theirs = enterprise("2210");
        send(
                house,
                hall,
                SampleHall.item(SampleHall.mark(), "\"name\":\"ours\",\"enterprise\":" + ours),
                SampleHall.item(SampleHall.mark(), "\"name\":\"theirs\",\"enterprise\":" + theirs),
                SampleHall.item(SampleHall.mark(), "\"name\":\"said\",\"employer\":\"某公司\""));
        assertThat(Rows.all(
                        "select name || ' ' || coalesce(enterprise_id::text, organisation, '') as it"
                                + " from training_attendance where session_id = ? order by name",
                        hall.id()))
                .extracting(row -> row.text("it"))
                .containsExactly("ours " + ours, "said 某公司", "theirs ");
    }

    private static long enterprise(String house) throws SQLException {
        return Rows.number(
                "select min(e.id) from enterprise e join unit u on u.id = e.unit_id where u.code = ?"
                        + " and e.merged_into is null",
                house);
    }

    @Test
    void aWrongOneIsTakenBackAsLongAsAttendanceIsOpen() throws SQLException {
        SampleHall hall = SampleHall.of(null);
        hall.person("a", "REGISTERED");
        send(house, hall, SampleHall.item(SampleHall.mark(), "\"name\":\"wrong\""));
        long attendance = Rows.number("select id from training_attendance where session_id = ?", hall.id());
        String undoing = "/api/v1/training-attendances/" + attendance + "/undoing";
        assertThat(elsewhere.json("POST", undoing, "{}").statusCode()).isEqualTo(404);
        Rows.change("update training_session set status = 'HELD' where id = ?", hall.id());
        assertThat(house.json("POST", undoing, "{}").statusCode()).isEqualTo(409);
        Rows.change("update training_session set status = 'PUBLISHED' where id = ?", hall.id());
        assertThat(house.json("POST", undoing, "{}").body()).contains("\"present\":0");
        assertThat(house.json("POST", undoing, "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void theOwnerOfALinkHasATicketOnlyWhenHeHoldsASeat() throws SQLException {
        SampleHall hall = SampleHall.of(null);
        long id = hall.person("a", "REGISTERED");
        String token = "h".repeat(43);
        Rows.change(
                "insert into training_ticket (hash, registration_id, expires_at) values (?, ?, '2099-01-01')",
                Digests.sha256(token),
                id);
        String link = "/portal/trainings/tickets/" + token;
        Caller anybody = Caller.anonymous();
        assertThat(anybody.get(link).body()).contains(link + "/pass");
        String spaced = hall.code(id).replaceAll("(.{5})(?!$)", "$1 ");
        assertThat(anybody.get(link + "/pass").body()).contains(spaced, "<svg class=\"qr\"");
        Rows.change("update training_registration set status = 'WAITING' where id = ?", id);
        assertThat(anybody.get(link).body()).doesNotContain("/pass");
        assertThat(anybody.get(link + "/pass").statusCode()).isEqualTo(404);
    }

    @Test
    void onlyThePageOfTheDoorMayAskForTheCamera() throws SQLException {
        SampleHall hall = SampleHall.of(null);
        HttpResponse<String> door = house.get("/desk/trainings/" + hall.id() + "/check-in");
        assertThat(door.statusCode()).isEqualTo(200);
        assertThat(door.headers().allValues("Date")).as("devices measure by it").hasSize(1);
        assertThat(door.headers().allValues("Permissions-Policy"))
                .containsExactly("camera=(self), geolocation=(), microphone=()");
        assertThat(house.get("/desk/trainings").headers().allValues("Permissions-Policy"))
                .containsExactly("camera=(), geolocation=(), microphone=()");
        assertThat(elsewhere.get("/desk/trainings/" + hall.id() + "/check-in").statusCode())
                .isEqualTo(404);
        assertThat(house.get("/assets/app/checkin-worker.js").headers().firstValue("Service-Worker-Allowed"))
                .hasValue("/desk/");
    }

    @Test
    void aMomentNotOfOurTimeIsToldAndTheOthersAreIn() throws SQLException {
        SampleHall hall = SampleHall.of(null);
        long id = hall.person("a", "REGISTERED");
        HttpResponse<String> answer = send(
                house,
                hall,
                SampleHall.item(SampleHall.mark(), "\"name\":\"x\",\"at\":\"+275760-09-13T00:00:00.000Z\""),
                SampleHall.item(SampleHall.mark(), "\"attendance\":999999999,\"reason\":\"x\""),
                SampleHall.item(SampleHall.mark(), "\"registration\":" + id + ",\"enteredBy\":1"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(hall.present()).containsExactly("a");
        assertThat(Rows.one("select changes::text as it from audit_entry where action = 'training.check-in'"
                                + " order by id desc limit 1")
                        .text("it"))
                .contains("others");
        assertThat(send(house, hall, SampleHall.item(SampleHall.mark(), "\"name\":\"x\",\"mail\":\"孙@x.cn\""))
                        .statusCode())
                .as("an address no letter reaches")
                .isEqualTo(400);
    }
}
