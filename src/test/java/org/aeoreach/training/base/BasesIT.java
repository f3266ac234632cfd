package org.aeoreach.training.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.training.booking.SampleRoom;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bases and their rooms: entered, changed by their unit, seen by all. */
@RunAsClient
class BasesIT implements ServerTest {
    private static final String HOME = "/desk/trainings/bases";
    private static final String API = "/api/v1/training-bases";

    private final Caller house = Caller.signedIn("shekou.officer");
    private final Caller district = Caller.signedIn("shenzhen.officer");
    private final Caller elsewhere = Caller.signedIn("shanghai.officer");

    @AfterEach
    void forget() throws SQLException {
        SampleRoom.forget();
    }

    private static Map<String, String> facts(String kind, String name) {
        return new TreeMap<>(Map.of("baseKind", kind, "nameZh", name, "foundedOn", "2024-08", "areas", "DISPLAY"));
    }

    private static long base(String name) throws SQLException {
        return Rows.number("select id from training_base where name_zh = ?", name);
    }

    @Test
    void theKnownBasesAreThereAsFarAsTheyAreKnown() throws SQLException {
        long guangzhou = Rows.number("select id from training_base where code = 'guangzhou-2024'");
        assertThat(elsewhere.get(HOME + "/" + guangzhou).body())
                .contains("2024年8月21日")
                .contains("模拟认证区")
                .contains("观摩区")
                .contains("待核实");
        long national = Rows.number("select id from training_base where code = 'national-1'");
        assertThat(house.get(HOME + "/" + national).body()).contains("2015年7月").doesNotContain("2015年7月1日");
        assertThat(Rows.number("select count(*) from training_base where kind = 'NATIONAL' and code is not null"))
                .isEqualTo(2);
    }

    @Test
    void aBaseIsEnteredChangedByItsUnitAndSeenByAll() throws SQLException {
        HttpResponse<String> refused = district.form(HOME + "/new", facts("DISTRICT", "IT-基地"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("请填写信息来源").contains("value=\"IT-基地\"");
        Map<String, String> facts = facts("DISTRICT", "IT-基地");
        facts.put("source", "IT");
        assertThat(district.form(HOME + "/new", facts).statusCode()).isEqualTo(303);
        long id = base("IT-基地");
        assertThat(elsewhere.get(HOME + "/" + id).body()).contains("2024年8月").doesNotContain("/facts\"");
        assertThat(elsewhere.get(HOME + "?q=IT-").body()).contains("IT-基地");
        facts.put("version", "0");
        assertThat(elsewhere.form(HOME + "/" + id + "/facts", facts).statusCode())
                .isEqualTo(403);
        assertThat(house.form(HOME + "/" + id + "/facts", facts).statusCode()).isEqualTo(403);
        facts.put("nameEn", "IT base");
        assertThat(district.form(HOME + "/" + id + "/facts", facts).statusCode())
                .isEqualTo(303);
        assertThat(district.form(HOME + "/" + id + "/facts", facts).statusCode())
                .isEqualTo(409);
    }

    @Test
    void onlyTheGeneralAdministrationEntersNationalCentresAndDaysMustExist() {
        Map<String, String> facts = facts("NATIONAL", "IT-中心");
        facts.put("source", "IT");
        assertThat(district.form(HOME + "/new", facts).body()).contains("只能由海关总署登记");
        Map<String, String> never = facts("VENUE", "IT-场地");
        for (String day : new String[] {"2024-02-30", "2024-13", "24", "2024-8"}) {
            never.put("foundedOn", day);
            assertThat(district.form(HOME + "/new", never).body()).contains("请填写年、年月或者年月日");
        }
    }

    @Test
    void aRoomNeedsALimitUnlessItIsOnlineAndOnlyAnOnlineOneHasALink() throws SQLException {
        SampleRoom room = SampleRoom.at("5300", true);
        String path = "/desk/trainings/rooms/new/" + room.base();
        Map<String, String> typed = new TreeMap<>(Map.of("roomZh", "第二教室", "roomCapacity", ""));
        assertThat(district.form(path, typed).body()).contains("请填写可容纳人数").contains("value=\"第二教室\"");
        typed.put("roomCapacity", "40");
        typed.put("roomLink", "https://meeting.example/x");
        assertThat(district.form(path, typed).body()).contains("只有线上会议室需要链接");
        typed.put("roomOnline", "true");
        typed.put("roomLink", "http://meeting.example/x");
        assertThat(district.form(path, typed).body()).contains("以https://开头的网址");
        typed.put("roomLink", "https://meeting.example/x");
        assertThat(district.form(path, typed).statusCode()).isEqualTo(303);
        assertThat(district.form(path, typed).body()).contains("已有同名的场地");
        assertThat(elsewhere.form(path, typed).statusCode()).isEqualTo(403);
    }

    @Test
    void aRoomSeveralHaveAtOnceCannotGetALimit() throws SQLException {
        SampleRoom room = SampleRoom.online("5300");
        room.booking("shekou.officer", "APPROVED", "09:00-12:00");
        room.booking("dapeng.officer", "APPROVED", "11:00-13:00");
        Map<String, String> typed = Map.of("version", "0", "roomZh", "样例室", "roomOnline", "true", "roomCapacity", "20");
        HttpResponse<String> refused = district.form("/desk/trainings/rooms/" + room.room(), typed);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("同一时间已有多项预订");
    }

    @Test
    void overRestABaseAndARoomAreAddedAndClosed() {
        HttpResponse<String> made =
                house.json("POST", API, "{\"baseKind\":\"VENUE\",\"nameZh\":\"IT-接口\",\"uncertain\":false}");
        assertThat(made.statusCode()).isEqualTo(201);
        String one = made.headers().firstValue("Location").orElseThrow().replaceAll("https?://[^/]+", "");
        HttpResponse<String> room = house.json(
                "POST",
                one + "/rooms",
                "{\"roomZh\":\"一\",\"roomCapacity\":10,\"roomOnline\":false,\"roomApproval\":true,\"equipment\":[\"SCREEN\"]}");
        assertThat(room.statusCode()).isEqualTo(201);
        assertThat(elsewhere.get(one + "/rooms").body()).contains("\"SCREEN\"").contains("\"own\":false");
        assertThat(house.send("POST", one + "/closing", null, "If-Match", "\"v0\"")
                        .body())
                .contains("\"closed\":true");
        assertThat(elsewhere.get(one + "/rooms").body()).contains("\"closed\":true");
        assertThat(elsewhere.get(HOME + "?q=IT-").body()).doesNotContain("IT-接口");
    }
}
