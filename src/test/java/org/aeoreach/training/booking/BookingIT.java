package org.aeoreach.training.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rooms asked for, had, refused and given up. */
@RunAsClient
class BookingIT implements ServerTest {
    private static final String HOME = "/desk/trainings/bookings/";
    private static final String API = "/api/v1/training-bookings";

    private final Caller house = Caller.signedIn("shekou.officer");
    private final Caller sister = Caller.signedIn("dapeng.officer");
    private final Caller district = Caller.signedIn("shenzhen.officer");
    private final Caller elsewhere = Caller.signedIn("shanghai.officer");

    @AfterEach
    void forget() throws SQLException {
        SampleRoom.forget();
        Rows.change("delete from mail where template like 'training-room-%'");
    }

    private static Map<String, String> typed(String from, String until) {
        return new TreeMap<>(
                Map.of("purpose", "IT-标准解读", "day", "2099-03-02", "fromTime", from, "untilTime", until, "lastDay", ""));
    }

    private static String body(SampleRoom room, String from, String until) {
        return "{\"roomId\":" + room.room() + ",\"purpose\":\"IT-标准解读\",\"from\":\"2099-03-02T" + from
                + ":00Z\",\"until\":\"2099-03-02T" + until + ":00Z\",\"block\":false}";
    }

    private static HttpResponse<String> act(Caller who, long id, String deed, int version) {
        return who.form(HOME + id + "/" + deed, Map.of("version", Integer.toString(version)));
    }

    @Test
    void ofFiftyWhoBookOneTimeOneHasIt() throws Exception {
        SampleRoom room = SampleRoom.at("5300", false);
        ExecutorService rivals = Executors.newFixedThreadPool(50);
        try {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                Caller who = i % 2 == 0 ? house : sister;
                all.add(() ->
                        who.json("POST", API, body(room, "01:00", "04:00")).statusCode());
            }
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> each : rivals.invokeAll(all)) {
                answers.add(each.get());
            }
            assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
            // 503: come again, where more ask than the server takes at once.
            assertThat(answers).filteredOn(status -> status != 201).allMatch(List.of(409, 503)::contains);
        } finally {
            rivals.shutdownNow();
        }
        assertThat(room.approved()).isEqualTo(1);
    }

    @Test
    void overlapCountsByTheMinuteAndTheTextStays() throws SQLException {
        SampleRoom room = SampleRoom.at("5300", true);
        String path = HOME + "new/" + room.room();
        assertThat(district.form(path, typed("09:00", "12:00")).statusCode()).isEqualTo(303);
        HttpResponse<String> refused = district.form(path, typed("11:59", "13:00"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("场地已被占用")
                .contains("value=\"IT-标准解读\"")
                .contains("value=\"11:59\"");
        assertThat(district.form(path, typed("12:00", "13:00")).statusCode()).isEqualTo(303);
        assertThat(room.approved()).isEqualTo(2);
    }

    @Test
    void anEndBeforeTheBeginningATimeThatIsOverAndABlockByOthersAreRefusedAtTheField() throws SQLException {
        SampleRoom room = SampleRoom.at("5300", true);
        String path = HOME + "new/" + room.room();
        assertThat(house.form(path, typed("12:00", "09:00")).body()).contains("跨天的请填写结束日期");
        Map<String, String> past = typed("09:00", "12:00");
        past.put("day", "2020-01-02");
        assertThat(house.form(path, past).body()).contains("已经过去");
        Map<String, String> block = typed("09:00", "12:00");
        block.put("block", "true");
        assertThat(house.form(path, block).body()).contains("只有管理机构可以停止开放场地");
        Map<String, String> days = typed("09:00", "08:00");
        days.put("lastDay", "2099-03-04");
        assertThat(house.form(path, days).statusCode()).isEqualTo(303);
    }

    @Test
    void aDayOfTheWeekPlanLeadsToTheFormWithRoomAndDay() throws SQLException {
        SampleRoom room = SampleRoom.at("5300", true);
        String form = HOME + "new/" + room.room() + "?day=2099-03-04";
        assertThat(house.get("/desk/trainings/bases/" + room.base() + "?week=2099-03-02")
                        .body())
                .contains("href=\"" + form + "\"");
        assertThat(house.get(form).body()).contains("value=\"2099-03-04\"");
        assertThat(house.get("/desk/trainings/bases/" + room.base() + "?week=2020-03-02")
                        .body())
                .doesNotContain(HOME + "new/");
    }

    @Test
    void aRequestHoldsNothingAndOnlyOneOfTwoIsApproved() throws SQLException {
        SampleRoom room = SampleRoom.at("5300", true);
        long one = room.booking("shekou.officer", "REQUESTED", "09:00-12:00");
        long two = room.booking("dapeng.officer", "REQUESTED", "11:00-13:00");
        assertThat(district.get(HOME + one).body()).contains("另有1件申请");
        assertThat(act(district, one, "approval", 0).statusCode()).isEqualTo(303);
        HttpResponse<String> refused = act(district, two, "approval", 0);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("场地已被占用");
        assertThat(SampleRoom.status(two)).isEqualTo("REQUESTED");
        assertThat(act(district, one, "approval", 1).statusCode()).isEqualTo(409);
    }

    @Test
    void whoAskedIsToldByMailWhatWasDecidedAndWhy() throws SQLException {
        SampleRoom room = SampleRoom.at("5300", true);
        long one = room.booking("shekou.officer", "REQUESTED", "09:00-12:00");
        assertThat(act(district, one, "approval", 0).statusCode()).isEqualTo(303);
        assertThat(Rows.one("select body_text from mail where template = 'training-room-approved'")
                        .text("body_text"))
                .contains("IT-用途")
                .contains("2099-03-02 09:00");
        assertThat(district.form(HOME + one + "/refusal", Map.of("version", "1", "reason", " "))
                        .statusCode())
                .isEqualTo(400);
        assertThat(district.form(HOME + one + "/refusal", Map.of("version", "1", "reason", "临时检修"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(Rows.one("select body_text from mail where template = 'training-room-refused'")
                        .text("body_text"))
                .contains("临时检修");
        assertThat(house.get(HOME + one).body()).contains("临时检修").contains("未批准");
        assertThat(room.approved()).isZero();
    }

    @Test
    void aRefusalThatComesTooLateKeepsTheReasonTyped() throws SQLException {
        SampleRoom room = SampleRoom.at("5300", true);
        long one = room.booking("shekou.officer", "REQUESTED", "09:00-12:00");
        assertThat(act(house, one, "giving-up", 0).statusCode()).isEqualTo(303);
        HttpResponse<String> late = district.form(HOME + one + "/refusal", Map.of("version", "0", "reason", "这一天要布展"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("申请已办结").contains("这一天要布展</textarea>");
        assertThat(SampleRoom.status(one)).isEqualTo("GIVEN_UP");
    }

    @Test
    void anOnlineRoomWithoutLimitIsHadBySeveralAtOnce() throws SQLException {
        SampleRoom room = SampleRoom.online("0000");
        assertThat(house.json("POST", API, body(room, "01:00", "04:00")).statusCode())
                .isEqualTo(201);
        assertThat(elsewhere.json("POST", API, body(room, "02:00", "03:00")).statusCode())
                .isEqualTo(201);
        assertThat(room.approved()).isEqualTo(2);
    }

    @Test
    void othersSeeThatARoomIsTakenAndNotByWhom() throws SQLException {
        SampleRoom room = SampleRoom.at("5300", true);
        long one = room.booking("shekou.officer", "APPROVED", "09:00-12:00");
        String week = "/desk/trainings/bases/" + room.base() + "?week=2099-03-02";
        assertThat(house.get(week).body()).contains("IT-用途").contains("09:00–12:00");
        assertThat(elsewhere.get(week).body())
                .contains("样例室")
                .contains("09:00–12:00")
                .contains("已占用")
                .doesNotContain("IT-用途");
        assertThat(sister.get(week).body()).doesNotContain("IT-用途").contains("已占用");
        assertThat(elsewhere.get(HOME + one).statusCode()).isEqualTo(404);
        assertThat(elsewhere.get("/desk/trainings/bookings").body()).doesNotContain("IT-用途");
        String occupancy = API + "/occupancy/" + room.base() + "?from=2099-03-02&until=2099-03-02";
        assertThat(elsewhere.get(occupancy).body())
                .contains("2099-03-02T01:00:00Z")
                .doesNotContain("IT-用途");
        assertThat(district.get(occupancy).body()).contains("IT-用途");
    }

    @Test
    void whoAskedCannotDecideAndWhoDecidesCannotGiveUp() throws SQLException {
        SampleRoom room = SampleRoom.at("2200", true);
        long one = room.booking("shekou.officer", "REQUESTED", "09:00-12:00");
        assertThat(act(house, one, "approval", 0).statusCode()).isEqualTo(403);
        assertThat(act(elsewhere, one, "giving-up", 0).statusCode()).isEqualTo(403);
        assertThat(act(elsewhere, one, "approval", 0).statusCode()).isEqualTo(303);
        assertThat(act(house, one, "giving-up", 1).statusCode()).isEqualTo(303);
        assertThat(room.approved()).isZero();
    }

    @Test
    void whatWaitsForADecisionIsOnTheHomePageOfWhoDecides() throws SQLException {
        SampleRoom room = SampleRoom.at("5300", true);
        room.booking("shekou.officer", "REQUESTED", "09:00-12:00");
        assertThat(district.get("/desk").body()).contains("/desk/trainings/bookings?whose=DECIDE");
        assertThat(district.get("/desk/trainings/bookings?whose=DECIDE").body()).contains("IT-用途");
        assertThat(house.get("/desk").body()).doesNotContain("/desk/trainings/bookings?whose=DECIDE");
    }

    @Test
    void aClosedRoomIsNotBookedAndKeepsWhatWasApproved() throws SQLException {
        SampleRoom room = SampleRoom.at("5300", true);
        room.booking("shekou.officer", "APPROVED", "09:00-12:00");
        assertThat(district.form("/desk/trainings/rooms/" + room.room() + "/closing", Map.of("version", "0"))
                        .statusCode())
                .isEqualTo(303);
        HttpResponse<String> refused = district.form(HOME + "new/" + room.room(), typed("14:00", "15:00"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("场地已停用");
        assertThat(room.approved()).isEqualTo(1);
    }

    @Test
    void overRestOneIsAskedForApprovedRefusedAndNotChangedUnseen() throws SQLException {
        SampleRoom room = SampleRoom.at("5300", true);
        HttpResponse<String> made = house.json("POST", API, body(room, "01:00", "04:00"));
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.body()).contains("\"status\":\"REQUESTED\"");
        String one = made.headers().firstValue("Location").orElseThrow().replaceAll("https?://[^/]+", "");
        assertThat(district.send("POST", one + "/approval", null).statusCode()).isEqualTo(428);
        assertThat(district.send("POST", one + "/approval", null, "If-Match", "\"v0\"")
                        .body())
                .contains("\"status\":\"APPROVED\"");
        assertThat(district.json("POST", one + "/refusal", "{\"reason\":\"检修\"}", "If-Match", "\"v0\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(district.json("POST", one + "/refusal", "{\"reason\":\"检修\"}", "If-Match", "\"v1\"")
                        .body())
                .contains("\"status\":\"REFUSED\"");
        assertThat(house.send("POST", one + "/giving-up", null, "If-Match", "\"v2\"")
                        .statusCode())
                .isEqualTo(409);
    }
}
