package org.aeoreach.training.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
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
    void aPartThatIsOutIsCalledOffAndWhoChoseItIsToldAndMayChooseAnother() throws Exception {
        PlannedSession conference = planned();
        long part = part(conference, "BREAKOUT", "IT-取消");
        long other = part(conference, "BREAKOUT", "IT-改选");
        String page = conference.desk() + "/programme/parts/" + part;
        Map<String, String> off = Map.of("version", version(part), "reason", "IT-主讲人生病");
        assertThat(district.form(page + "/cancellation", off).statusCode())
                .as("a draft")
                .isEqualTo(409);
        conference.publish(district);
        String ticket = conference.comes("off");
        String choices = ticket + "/programme/";
        anybody.form(choices + part + "/choice", Map.of());
        assertThat(anybody.form(choices + other + "/choice", Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(district.get(page).body()).contains("取消本议程", "off-reason");
        HttpResponse<String> silent =
                district.form(page + "/cancellation", Map.of("version", version(part), "reason", ""));
        assertThat(silent.statusCode()).isEqualTo(400);
        Map<String, String> now = Map.of("version", version(part), "reason", "IT-主讲人生病");
        assertThat(district.form(page + "/cancellation", now).statusCode()).isEqualTo(303);
        Rows.Row letter = PlannedSession.letter("off", "training-called-off");
        assertThat(letter.text("body_text")).contains("IT-取消", "IT-主讲人生病");
        assertThat(letter.text("calendar")).contains("METHOD:CANCEL");
        assertThat(anybody.get("/portal/trainings/" + conference.id() + "/programme")
                        .body())
                .contains("IT-主讲人生病", "已取消");
        assertThat(anybody.form(choices + other + "/choice", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(district.json(
                                "POST",
                                "/api/v1/trainings/" + conference.id() + "/programme/parts/" + other + "/cancellation",
                                "{\"reason\":\"IT-接口\"}",
                                "If-Match",
                                "\"v" + version(other) + "\"")
                        .body())
                .contains("\"status\":\"CANCELLED\"", "IT-接口");
        assertThat(Rows.number(
                        "select count(*) from audit_entry where action = 'training.part-call-off' and record_id = ?",
                        Long.toString(conference.id())))
                .isEqualTo(2);
    }

    private static String version(long part) throws SQLException {
        return Rows.one("select version from training_session where id = ?", part)
                .text("version");
    }

    private static String status(long part) throws SQLException {
        return Rows.one("select status from training_session where id = ?", part)
                .text("status");
    }

    @Test
    void partsWithoutAttendanceOfTheirOwnAreOverWithTheConferenceAndOpenedAgainWithIt() throws Exception {
        PlannedSession conference = planned();
        long plenary = part(conference, "PLENARY", "IT-开幕");
        long kept = part(conference, "BREAKOUT", "IT-有签到");
        conference.publish(district);
        long draft = part(conference, "KEYNOTE", "IT-草稿");
        Rows.change(
                "update training_session set starts_at = starts_at - interval '90 years', ends_at = ends_at - interval"
                        + " '90 years' where ? in (id, parent_id)",
                conference.id());
        Rows.change(
                "insert into training_attendance (session_id, session_path, name, way, arrived_at) select id, org_path,"
                        + " 'IT', 'WALK_IN', starts_at from training_session where id = ?",
                kept);
        String programme = conference.desk() + "/programme";
        assertThat(district.get(programme).body())
                .contains(
                        "/desk/trainings/" + plenary + "/check-in",
                        "/desk/trainings/" + plenary + "/attendance",
                        "/desk/trainings/" + kept + "/check-in")
                .doesNotContain("/desk/trainings/" + draft + "/check-in");
        assertThat(district.form(conference.desk() + "/attendance/closing", Map.of("version", conference.version()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(status(plenary)).isEqualTo("HELD");
        assertThat(status(kept)).as("is closed for itself").isEqualTo("PUBLISHED");
        assertThat(status(draft)).isEqualTo("DRAFT");
        assertThat(district.get(programme).body())
                .contains("/desk/trainings/" + plenary + "/attendance")
                .doesNotContain("/desk/trainings/" + plenary + "/check-in");
        assertThat(district.form(conference.desk() + "/attendance/reopening", Map.of("version", conference.version()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(status(plenary)).isEqualTo("PUBLISHED");
        assertThat(status(draft)).isEqualTo("DRAFT");
    }

    private String door(long part, String code) {
        String item =
                "{\"checkIns\":[{\"mark\":\"" + UUID.randomUUID() + "\",\"code\":\"" + code + "\",\"leaving\":false}]}";
        return district.json("POST", "/api/v1/trainings/" + part + "/check-ins", item)
                .body();
    }

    @Test
    void theTicketToTheConferenceOpensWhatIsForAllAndWhatWasChosen() throws Exception {
        PlannedSession conference = planned();
        long plenary = part(conference, "PLENARY", "IT-开幕", "startTime", "09:00", "endTime", "10:00");
        long chosen = part(conference, "BREAKOUT", "IT-讨论");
        long other = part(conference, "BREAKOUT", "IT-没选");
        conference.publish(district);
        String ticket = conference.comes("badge");
        String delegate = "/desk/trainings/registrations/" + conference.registration("badge");
        assertThat(district.get(delegate).body()).contains(delegate + "/programme");
        assertThat(district.form(delegate + "/programme/" + chosen + "/choice", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(district.get(delegate + "/programme").body()).contains(chosen + "/withdrawal", other + "/choice");
        assertThat(anybody.get(ticket + "/programme").body()).contains(chosen + "/withdrawal");
        assertThat(Caller.signedIn("pudong.officer")
                        .get(delegate + "/programme")
                        .statusCode())
                .isEqualTo(404);
        String code = Rows.one("select code from training_registration where id = ?", conference.registration("badge"))
                .text("code");
        assertThat(door(plenary, code)).contains("\"outcome\":\"IN\"", "\"name\":\"badge\"");
        assertThat(door(plenary, code)).contains("\"outcome\":\"ALREADY\"");
        assertThat(door(chosen, code)).contains("\"outcome\":\"IN\"");
        assertThat(door(chosen, code)).contains("\"outcome\":\"ALREADY\"");
        assertThat(door(other, code)).contains("\"outcome\":\"ELSEWHERE\"");
        assertThat(door(conference.id(), code)).contains("\"outcome\":\"IN\"");
        assertThat(Rows.number("select count(*) from training_attendance where session_id = ?", plenary))
                .isEqualTo(1);
        assertThat(district.get("/desk/trainings/attendances?session=" + plenary)
                        .body())
                .contains("badge");
        assertThat(door(part(conference, "KEYNOTE", "IT-主旨"), code))
                .as("still a draft")
                .contains("\"outcome\":\"CLOSED\"");
    }

    @Test
    void aPartDoesNotGoOutBeforeItsConferenceAndLeadsToIt() throws Exception {
        PlannedSession conference = planned();
        long part = part(conference, "PLENARY", "IT-开幕");
        HttpResponse<String> early =
                district.form("/desk/trainings/" + part + "/publication", Map.of("version", version(part)));
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("会议尚未发布");
        assertThat(status(part)).isEqualTo("DRAFT");
        assertThat(district.get("/desk/trainings/" + part).body())
                .contains(conference.desk() + "/programme\"", conference.desk() + "/programme/parts/" + part)
                .doesNotContain("/desk/trainings/" + part + "/publication", "/desk/trainings/" + part + "/edit");
    }

    @Test
    void asWhatPeopleComeIsShownAndFilteredInTheListOfWhoIsRegistered() throws Exception {
        PlannedSession conference = planned();
        for (String type : new String[] {"企业", "海关"}) {
            district.form(conference.desk() + "/programme/types", Map.of("typeZh", type, "typeEn", "E-" + type));
        }
        conference.publish(district);
        for (Rows.Row type :
                Rows.all("select id, name_zh from training_delegate_type where session_id = ?", conference.id())) {
            Rows.change(
                    "insert into training_registration (session_id, session_path, name, mail, language, status,"
                            + " delegate_type) select id, org_path, ?, ?, 'zh', 'REGISTERED', ? from training_session"
                            + " where id = ?",
                    "IT-来自" + type.text("name_zh"),
                    type.id("id") + "@it.training.test",
                    type.id("id"),
                    conference.id());
        }
        String list = "/desk/trainings/registrations?session=" + conference.id();
        assertThat(district.get(list).body()).contains("代表类别", "data-label=\"代表类别\"", "IT-来自企业", "IT-来自海关");
        assertThat(district.get(list + "&type=%E6%B5%B7%E5%85%B3").body())
                .contains("IT-来自海关")
                .doesNotContain("IT-来自企业");
        PlannedSession plain = PlannedSession.out(district, TITLE + "-课");
        assertThat(district.get("/desk/trainings/registrations?session=" + plain.id())
                        .body())
                .doesNotContain("data-label=\"代表类别\"");
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
