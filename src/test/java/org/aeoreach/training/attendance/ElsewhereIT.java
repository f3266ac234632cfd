package org.aeoreach.training.attendance;

import static org.aeoreach.training.attendance.HeldHall.close;
import static org.aeoreach.training.attendance.HeldHall.closed;
import static org.aeoreach.training.attendance.HeldHall.comes;
import static org.aeoreach.training.attendance.HeldHall.noted;
import static org.aeoreach.training.attendance.HeldHall.there;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import org.aeoreach.campaign.coverage.RunningCampaign;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.training.checkin.SampleHall;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Attendance at a session of one house is a contact of enterprises of every house, seen where they are registered. */
@RunAsClient
class ElsewhereIT implements ServerTest {

    private final Caller house = Caller.signedIn("shekou.officer");
    private final Caller dapeng = Caller.signedIn("dapeng.officer");

    @AfterEach
    void forget() throws SQLException {
        SampleHall.clear();
    }

    private static long touchpoint(SampleHall hall) throws SQLException {
        return Rows.number("select max(touchpoint_id) from training_contact where session_id = ?", hall.id());
    }

    @Test
    void itsHouseHasTheContactAndTheOrganiserLearnsNothingOfTheEnterprise() throws Exception {
        SampleHall hall = SampleHall.of(null).during("-3 hours", "-1 hour");
        SampleEnterprise theirs = SampleEnterprise.at("5316");
        long known = HeldHall.person(theirs, "联系人鲲鹏", theirs.mail("kunpeng"));
        long came = comes(hall, "鲲鹏", theirs);
        Rows.change("update training_registration set person_id = ? where id = ?", known, came);
        there(hall, came);
        there(hall, comes(hall, "无名者", theirs));
        closed(house, hall);
        assertThat(noted(hall)).containsExactly(theirs.id() + " TRAINING_BASE ATTENDED");
        String api = "/api/v1/touchpoints/" + touchpoint(hall);
        assertThat(dapeng.get(api).body()).contains("hall", "无名者", "联系人鲲鹏", theirs.code());
        HttpResponse<String> organiser = house.get(api);
        assertThat(organiser.statusCode()).isEqualTo(200);
        assertThat(organiser.body()).contains("hall", "无名者").doesNotContain(theirs.code(), "联系人鲲鹏");
        assertThat(house.get("/desk/touchpoints/" + touchpoint(hall)).statusCode())
                .isEqualTo(200);
        assertThat(Caller.signedIn("pudong.officer").get(api).statusCode()).isEqualTo(404);
        assertThat(Rows.one("select last_strength from enterprise where id = ?", theirs.id())
                        .text("last_strength"))
                .isEqualTo("ATTENDED");
    }

    @Test
    void openingAgainPutsItRight() throws Exception {
        SampleHall hall = SampleHall.of(null).during("-3 hours", "-1 hour");
        SampleEnterprise theirs = SampleEnterprise.at("5316");
        there(hall, comes(hall, "先到者", theirs));
        closed(house, hall);
        close(house, hall, "/reopening");
        there(hall, comes(hall, "后到者", theirs));
        closed(house, hall);
        assertThat(noted(hall)).hasSize(1);
        assertThat(Rows.one("select people from touchpoint where id = ?", touchpoint(hall))
                        .text("people"))
                .contains("先到者", "后到者");
        close(house, hall, "/reopening");
        Rows.change("delete from training_attendance where session_id = ?", hall.id());
        closed(house, hall);
        assertThat(noted(hall)).isEmpty();
        assertThat(Rows.number(
                        "select count(*) from enterprise where id = ? and last_contact_on is not null", theirs.id()))
                .isZero();
    }

    @Test
    void theCampaignThatReachesOutToItHasReachedIt() throws Exception {
        RunningCampaign running = RunningCampaign.with(1, 1);
        SampleHall hall = SampleHall.of(null).during("-3 hours", "-1 hour");
        Rows.change(
                "update training_session set kind = 'ONE_TO_ONE', campaign_id = ? where id = ?",
                running.sample().id(),
                hall.id());
        long came = hall.person("行动企业", "REGISTERED");
        hall.works(came, running.one().enterprises().get(0));
        there(hall, came);
        assertThat(reached(running)).isZero();
        closed(house, hall);
        assertThat(reached(running)).isEqualTo(1);
        close(house, hall, "/reopening");
        Rows.change("delete from training_attendance where session_id = ?", hall.id());
        closed(house, hall);
        assertThat(reached(running)).isZero();
    }

    private static int reached(RunningCampaign running) {
        return running.total(running.one().caller(), running.one().code()).getInt("reached");
    }
}
