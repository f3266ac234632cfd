package org.aeoreach.training.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.training.PlannedSession;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A conference from its plan to what its delegates choose. */
@RunAsClient
class ConferenceIT implements ServerTest {

    private static final String TITLE = "IT-大会";

    private final Caller district = Caller.signedIn("shenzhen.officer");
    private final Caller anybody = Caller.anonymous();

    @AfterEach
    void forget() throws Exception {
        PlannedSession.forget(TITLE);
    }

    private PlannedSession planned() throws SQLException {
        return PlannedSession.draft(district, TITLE, "kind", "CONFERENCE", "seats", "5", "titleEn", "IT conference");
    }

    private long part(PlannedSession conference, String kind, String title, String... more) throws SQLException {
        Map<String, String> form = new TreeMap<>(Map.of(
                "part", kind, "titleZh", title, "startDay", "2099-03-02", "startTime", "10:00", "endTime", "11:00"));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        HttpResponse<String> made = district.form(conference.desk() + "/programme/parts/new", form);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        return Rows.number(
                "select id from training_session where parent_id = ? and title_zh = ?", conference.id(), title);
    }

    private String track(PlannedSession conference, String name) throws SQLException {
        assertThat(district.form(conference.desk() + "/programme/tracks", Map.of("trackZh", name))
                        .statusCode())
                .isEqualTo(303);
        return Rows.one("select id from training_track where session_id = ? and name_zh = ?", conference.id(), name)
                .text("id");
    }

    @Test
    void theProgrammeGoesOutWithTheConferenceAndStandsInNoList() throws Exception {
        PlannedSession conference = planned();
        String one = track(conference, "甲会场");
        String two = track(conference, "乙会场");
        long plenary = part(conference, "PLENARY", "IT-开幕", "startTime", "09:00", "endTime", "10:00");
        part(conference, "BREAKOUT", "IT-讨论一", "track", one, "seats", "3");
        part(conference, "BREAKOUT", "IT-讨论二", "track", two);
        String speakers = conference.desk() + "/programme/parts/" + plenary + "/speakers";
        assertThat(district.form(speakers, Map.of("speakerZh", "演示人", "organisationZh", "虚构机构"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(district.get(conference.desk() + "/programme").body()).contains("IT-开幕", "演示人", "甲会场");
        assertThat(anybody.get("/portal/trainings/" + conference.id() + "/programme")
                        .statusCode())
                .isEqualTo(404);
        conference.publish(district);
        String programme = anybody.get("/portal/trainings/" + conference.id() + "/programme")
                .body();
        assertThat(programme)
                .contains("2099年3月2日 星期一", "09:00–10:00", "演示人", "虚构机构", "programme.css")
                .contains("<th scope=\"col\">甲会场</th><th scope=\"col\">乙会场</th>");
        assertThat(anybody.get("/portal/trainings?q=IT-").body())
                .contains(TITLE)
                .doesNotContain("IT-开幕");
        assertThat(anybody.get("/portal/trainings/calendar?month=2099-03").body())
                .doesNotContain("IT-开幕");
        assertThat(anybody.get("/portal/trainings/feed.ics").body()).doesNotContain("IT-开幕");
        assertThat(anybody.get("/api/v1/portal/trainings/" + conference.id() + "/programme")
                        .body())
                .contains("IT-讨论二", "\"part\":\"BREAKOUT\"");
    }

    @Test
    void aDelegateSaysAsWhatHeComesAndChoosesBreakOuts() throws Exception {
        PlannedSession conference = planned();
        long part = part(conference, "BREAKOUT", "IT-讨论", "seats", "1");
        assertThat(district.form(conference.desk() + "/programme/types", Map.of("typeZh", "企业", "typeSeats", "2"))
                        .statusCode())
                .isEqualTo(303);
        conference.publish(district);
        HttpResponse<String> without =
                anybody.form("/portal/trainings/" + conference.id(), PlannedSession.person("none"));
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.body()).contains("请选择代表类别", "value=\"none\"");
        String type = Rows.one("select id from training_delegate_type where session_id = ?", conference.id())
                .text("id");
        String first = conference.comes("first", "delegateType", type);
        String second = conference.comes("second", "delegateType", type);
        assertThat(anybody.get(first).body()).contains(first + "/programme");
        assertThat(anybody.get(first + "/programme").body()).contains("IT-讨论", "/choice");
        for (String each : new String[] {first, second}) {
            assertThat(anybody.form(each + "/programme/" + part + "/choice", Map.of())
                            .statusCode())
                    .isEqualTo(303);
        }
        assertThat(anybody.get(first + "/programme").body()).contains("已报名", "/withdrawal");
        assertThat(anybody.get(second + "/programme").body()).contains("候补");
        anybody.form(first + "/programme/" + part + "/withdrawal", Map.of());
        assertThat(anybody.get(second + "/programme").body()).contains("已报名");
        assertThat(PlannedSession.letter("second", "training-waiting").text("body_text"))
                .contains("IT-讨论");
    }

    @Test
    void aPartThatIsOutMovesWithALetterAndCannotBeRemoved() throws Exception {
        PlannedSession conference = planned();
        long part = part(conference, "BREAKOUT", "IT-讨论");
        conference.publish(district);
        String ticket = conference.comes("moved");
        anybody.form(ticket + "/programme/" + part + "/choice", Map.of());
        String version = Rows.one("select version from training_session where id = ?", part)
                .text("version");
        Map<String, String> later = new TreeMap<>(Map.of(
                "part",
                "BREAKOUT",
                "titleZh",
                "IT-讨论",
                "startDay",
                "2099-03-02",
                "startTime",
                "14:00",
                "endTime",
                "15:00"));
        later.put("version", version);
        String page = conference.desk() + "/programme/parts/" + part;
        assertThat(district.form(page, later).statusCode()).isEqualTo(303);
        assertThat(PlannedSession.letter("moved", "training-moved").text("body_text"))
                .contains("14:00");
        assertThat(district.form(page + "/removal", Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void whatDoesNotFitIsSaid() throws Exception {
        PlannedSession conference = planned();
        Map<String, String> wrong = new TreeMap<>(Map.of(
                "part",
                "PLENARY",
                "titleZh",
                "IT-错",
                "startDay",
                "2099-03-02",
                "startTime",
                "10:00",
                "endTime",
                "09:00"));
        assertThat(district.form(conference.desk() + "/programme/parts/new", wrong)
                        .body())
                .contains("结束时间须晚于开始时间", "value=\"IT-错\"");
        wrong.put("endTime", "11:00");
        wrong.put("seats", "4");
        assertThat(district.form(conference.desk() + "/programme/parts/new", wrong)
                        .body())
                .contains("不设名额");
        HttpResponse<String> many =
                district.form(conference.desk() + "/programme/types", Map.of("typeZh", "多", "typeSeats", "9"));
        assertThat(many.statusCode()).isEqualTo(400);
        assertThat(many.body()).contains("value=\"多\"");
        assertThat(Rows.number("select count(*) from training_delegate_type where session_id = ?", conference.id()))
                .isZero();
    }

    @Test
    void aMonthOfADistrictIsAProgrammeToPrint() throws Exception {
        PlannedSession.out(district, TITLE, "placeZh", "会议厅");
        assertThat(anybody.get("/portal/trainings/programme?month=2099-03&unit=5300")
                        .body())
                .contains(TITLE, "2099年3月2日 星期一", "会议厅", "programme.css");
        assertThat(anybody.get("/portal/trainings/programme?month=2099-03&unit=2200")
                        .body())
                .doesNotContain(TITLE);
        assertThat(anybody.get("/portal/trainings/programme?month=2099-13").statusCode())
                .isEqualTo(400);
        assertThat(anybody.get("/assets/app/programme.css").body()).contains("size: A4", "@media print");
    }
}
