package org.aeoreach.training.attendance;

import static org.aeoreach.training.attendance.HeldHall.closed;
import static org.aeoreach.training.attendance.HeldHall.noted;
import static org.aeoreach.training.attendance.HeldHall.there;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.training.PlannedSession;
import org.aeoreach.training.checkin.SampleHall;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The organiser says of which enterprise somebody is who came without one; contacts follow. */
@RunAsClient
class EmployersIT implements ServerTest {

    private static final String TITLE = "IT-所属企业";

    private final Caller house = Caller.signedIn("shekou.officer");

    @AfterEach
    void forget() throws SQLException {
        SampleHall.clear();
        PlannedSession.forget(TITLE);
    }

    private static HttpResponse<String> say(Caller caller, String whom, @Nullable Object enterprise) {
        return caller.json("PUT", "/api/v1/training-" + whom + "/enterprise", "{\"enterprise\":" + enterprise + "}");
    }

    private void said(String whom, @Nullable Object enterprise) {
        HttpResponse<String> answer = say(house, whom, enterprise);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void whoRegisteredByMailGetsHisEnterpriseBeforeClosingOrAfter() throws Exception {
        SampleHall hall = SampleHall.of(null).during("-3 hours", "-1 hour");
        SampleEnterprise one = SampleEnterprise.at("5304");
        SampleEnterprise two = SampleEnterprise.at("5304");
        long known = HeldHall.person(one, "来者", "来者@hall.example");
        long who = hall.person("来者", "REGISTERED");
        there(hall, who);
        closed(house, hall);
        assertThat(noted(hall)).as("nobody knows of which").isEmpty();
        assertThat(house.get("/desk/trainings/" + hall.id() + "/attendance").body())
                .contains("1人未选定企业", "unknown=yes");
        said("registrations/" + who, one.id());
        HeldHall.written(hall);
        assertThat(noted(hall)).containsExactly(one.id() + " TRAINING_BASE ATTENDED");
        assertThat(Rows.number(
                        "select p.person_id from touchpoint_person p join training_contact k"
                                + " on k.touchpoint_id = p.touchpoint_id where k.session_id = ?",
                        hall.id()))
                .as("found by his address")
                .isEqualTo(known);
        String page = "/desk/trainings/registrations/" + who + "/enterprise";
        assertThat(house.get(page).body()).contains("来者@hall.example", "name=\"enterpriseText\"");
        assertThat(house.form(page, Map.of("enterpriseText", two.code(), "enterpriseChoice", Long.toString(two.id())))
                        .statusCode())
                .isEqualTo(303);
        HeldHall.written(hall);
        assertThat(noted(hall)).containsExactly(two.id() + " TRAINING_BASE ATTENDED");
        said("registrations/" + who, null);
        HeldHall.written(hall);
        assertThat(noted(hall)).isEmpty();
        assertThat(Rows.number(
                        "select count(*) from audit_entry where action = 'training.whose' and record_id = ?",
                        Long.toString(who)))
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void whoCameUnannouncedToo() throws Exception {
        SampleHall hall = SampleHall.of(null).during("-3 hours", "-1 hour");
        SampleEnterprise one = SampleEnterprise.at("5304");
        long came = Rows.number(
                "insert into training_attendance (session_id, session_path, name, way, arrived_at) select id, org_path,"
                        + " '名单外', 'LIST', starts_at from training_session where id = ? returning id",
                hall.id());
        String list = house.get("/desk/trainings/attendances?unknown=yes&session=" + hall.id())
                .body();
        assertThat(list).contains("名单外", "/desk/trainings/attendances/" + came + "/enterprise");
        said("attendances/" + came, one.id());
        assertThat(house.get("/desk/trainings/attendances?unknown=yes&session=" + hall.id())
                        .body())
                .doesNotContain("名单外");
        closed(house, hall);
        assertThat(noted(hall)).containsExactly(one.id() + " TRAINING_BASE ATTENDED");
        String page = "/desk/trainings/attendances/" + came + "/enterprise";
        assertThat(house.form(page, Map.of("enterpriseText", "")).statusCode()).isEqualTo(303);
        HeldHall.written(hall);
        assertThat(noted(hall)).isEmpty();
    }

    @Test
    void onlyTheOrganiserSaysItAndOfEnterprisesOfHisRange() throws Exception {
        SampleHall hall = SampleHall.of(null);
        SampleEnterprise theirs = SampleEnterprise.at("5316");
        long who = hall.person("他处", "REGISTERED");
        assertThat(say(Caller.signedIn("pudong.officer"), "registrations/" + who, null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(say(house, "registrations/" + who, theirs.id()).statusCode()).isEqualTo(400);
        hall.works(who, theirs.id());
        assertThat(say(house, "registrations/" + who, null).statusCode()).isEqualTo(409);
        assertThat(say(Caller.signedIn("shenzhen.officer"), "registrations/" + who, null)
                        .statusCode())
                .as("the district has both in its range")
                .isEqualTo(200);
    }

    private static List<String> standing(PlannedSession session) throws SQLException {
        return Rows.all(
                        "select name || ' ' || status || ' ' || (quota_unit is not null) as it from training_registration"
                                + " where session_id = ? order by id",
                        session.id())
                .stream()
                .map(row -> row.text("it"))
                .toList();
    }

    @Test
    void hisSeatIsTheOneKeptForHisHouseAndTheOneHeHadIsForWhoWaits() throws Exception {
        PlannedSession session = PlannedSession.out(house, TITLE, "seats", "2", "quotas", "5304 1");
        session.comes("early");
        session.comes("waiter");
        assertThat(standing(session)).containsExactly("early REGISTERED false", "waiter WAITING false");
        SampleEnterprise ours = SampleEnterprise.at("5304");
        said("registrations/" + session.registration("early"), ours.id());
        assertThat(standing(session)).containsExactly("early REGISTERED true", "waiter REGISTERED false");
        assertThat(say(house, "registrations/" + session.registration("early"), null)
                        .statusCode())
                .as("no seat is left for one of no enterprise")
                .isEqualTo(409);
        assertThat(standing(session)).containsExactly("early REGISTERED true", "waiter REGISTERED false");
        assertThat(Rows.number("select sum(taken) from training_seat_pool where session_id = ?", session.id()))
                .isEqualTo(2);
    }

    @Test
    void whoRegistersIsTheContactPersonWithHisAddress() throws Exception {
        PlannedSession session = PlannedSession.out(house, TITLE);
        SampleEnterprise ours = SampleEnterprise.at("5304");
        long known = HeldHall.person(ours, "登记者", "KNOWN@it.training.test");
        HttpResponse<String> made = house.json(
                "POST",
                "/api/v1/trainings/" + session.id() + "/registrations",
                "{\"enterprise\":" + ours.id()
                        + ",\"attendee\":{\"name\":\"登记者\",\"mail\":\"known@it.training.test\",\"language\":\"ZH\"}}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(Rows.number("select person_id from training_registration where id = ?", session.registration("登记者")))
                .isEqualTo(known);
    }
}
