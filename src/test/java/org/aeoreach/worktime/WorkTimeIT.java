package org.aeoreach.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.aeoreach.platform.Time;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RunAsClient
class WorkTimeIT implements ServerTest {
    private static final String YEARS = "/api/v1/working-time/years/";
    private static final String NOTICE = "国务院办公厅关于2031年部分节假日安排的通知";

    private Caller gacc;
    private Caller district;
    private long house;

    @BeforeEach
    void signIn() throws SQLException {
        Rows.change("update account set language = 'zh'");
        gacc = Caller.signedIn("gacc.officer");
        district = Caller.signedIn("shenzhen.admin");
        house = Units.newHouse("5300");
    }

    @AfterEach
    void forget() throws SQLException {
        Rows.change("delete from work_hours where unit_id = ? or unit_id = ?", house, Units.id("5300"));
        Rows.change("delete from work_day where day between '2031-01-01' and '2031-12-31'");
        Rows.change("delete from work_year where year = 2031");
    }

    @Test
    void districtsHoursHoldInItsHousesUntilTheyHaveTheirOwn() throws SQLException {
        long shenzhen = Units.id("5300");
        assertThat(hours(house, "2031-03-03").getString("spans")).isEqualTo("09:00–12:00, 13:30–17:30");
        assertThat(hours(house, "2031-03-03").containsKey("ofUnitId")).isFalse();
        assertThat(set(shenzhen, "2031-03-03", "08:30-12:00, 14:00-18:00").statusCode())
                .isEqualTo(201);
        assertThat(set(house, "2031-03-05", "10:00-14:00").statusCode()).isEqualTo(201);
        assertThat(hours(house, "2031-03-02").getString("spans")).isEqualTo("09:00–12:00, 13:30–17:30");
        assertThat(hours(house, "2031-03-04").getString("spans")).isEqualTo("08:30–12:00, 14:00–18:00");
        assertThat(hours(house, "2031-03-04").getJsonNumber("ofUnitId").longValue())
                .isEqualTo(shenzhen);
        assertThat(hours(house, "2031-03-05").getString("spans")).isEqualTo("10:00–14:00");
        // Back to those of the unit above, and nothing that was set is lost.
        Reply back = Reply.of(
                district.json("POST", path(house) + "/hours", "{\"validFrom\":\"2031-03-07\",\"inherited\":true}"));
        assertThat(back.status()).isEqualTo(201);
        assertThat(back.body().getString("spans")).isEqualTo("08:30–12:00, 14:00–18:00");
        assertThat(back.body().getJsonArray("entries")).hasSize(2);
    }

    @Test
    void aLaterEntryForTheSameDayTakesTheFirstOnesPlaceAndBothStay() {
        set(house, "2031-03-05", "10:00-14:00");
        set(house, "2031-03-05", "10:00-15:00");
        var entries = hours(house, "2031-03-05").getJsonArray("entries");
        assertThat(hours(house, "2031-03-05").getString("spans")).isEqualTo("10:00–15:00");
        assertThat(entries.getJsonObject(0).getBoolean("replaced")).isFalse();
        assertThat(entries.getJsonObject(1).getBoolean("replaced")).isTrue();
        assertThat(entries.getJsonObject(1).getString("spans")).isEqualTo("10:00–14:00");
    }

    @Test
    void refusesHoursThatCannotBeAndThoseOfForeignUnits() throws SQLException {
        assertThat(Reply.of(set(house, "2031-03-05", "10:00-14:00, 13:00-15:00"))
                        .field(0))
                .isEqualTo("spans");
        assertThat(set(house, "2031-03-05", "").statusCode()).isEqualTo(400);
        assertThat(set(house, "1999-12-31", "10:00-14:00").statusCode()).isEqualTo(400);
        assertThat(Reply.of(Caller.signedIn("system.admin")
                                .json(
                                        "POST",
                                        path(Units.id("0000")) + "/hours",
                                        "{\"validFrom\":\"2031-03-07\",\"inherited\":true}"))
                        .field(0))
                .isEqualTo("inherited");
        assertThat(set(Units.id("2200"), "2031-03-05", "10:00-14:00").statusCode())
                .isEqualTo(403);
        assertThat(set(999_999_999, "2031-03-05", "10:00-14:00").statusCode()).isEqualTo(404);
        assertThat(Rows.number("select count(*) from work_hours where unit_id = ?", house))
                .isZero();
    }

    @Test
    void theDatabaseItselfRefusesHoursOfForeignUnitsAndTheCalendarToADistrict() throws SQLException {
        try (var connection = org.aeoreach.launcher.TestPostgres.running().application();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "select set_config('app.write_lo', '0000.5300.', true), set_config('app.write_hi', '0000.5300/', true)");
            for (String change : new String[] {
                "insert into work_hours (unit_id, valid_from, spans) select id, '2031-01-01', '{540,720}' from unit"
                        + " where code = '2200'",
                "insert into work_year (year, status, source_zh, source_en) values (2031, 'PROVISIONAL', 'x', 'x')",
                "insert into work_day (day, working, name_zh) values ('2031-01-01', false, 'x')"
            }) {
                statement.execute("savepoint before");
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> statement.execute(change))
                        .as(change)
                        .hasMessageContaining("row-level security");
                statement.execute("rollback to before");
            }
            assertThat(statement.executeUpdate("update work_year set link = null"))
                    .isZero();
            assertThat(statement.executeUpdate("delete from work_day")).isZero();
            connection.rollback();
        }
    }

    @Test
    void deadlineFollowsTheCalendarAndSaysOnWhichYearItRests() {
        JsonObject reckoned = reckon("from=2026-02-12T02:00:00Z&days=3");
        assertThat(reckoned.getString("to")).isEqualTo("2026-02-24T09:30:00Z");
        assertThat(reckoned.getJsonArray("provisional")).isEmpty();
        JsonObject next = reckon("from=2026-12-31T02:00:00Z&minutes=400");
        assertThat(next.getString("to")).isEqualTo("2027-01-04T01:40:00Z");
        assertThat(next.getInt("seconds")).isEqualTo(400 * 60);
        assertThat(next.getJsonArray("provisional").getJsonObject(0).getInt("year"))
                .isEqualTo(2027);
        JsonObject backward = reckon("from=2026-02-24T02:00:00Z&to=2026-02-14T09:00:00Z");
        assertThat(backward.getInt("seconds")).isEqualTo(-90 * 60);
        assertThat(backward.getBoolean("working")).isTrue();
        for (String wrong :
                new String[] {"", "days=0", "days=1&minutes=1", "minutes=-5", "from=today&days=1", "days=9999"}) {
            assertThat(gacc.get(path(house) + "/reckoning?" + wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void aYearIsEnteredByPastedLinesAnnouncedAndChangedByTheDay() throws SQLException {
        assertThat(gacc.get("/desk/working-time?year=2031").body()).contains("系统中没有 2031 年的节假日资料，暂只按周末计算。");
        assertThat(post("0", "PROVISIONAL", "2031-01-01,休,元旦,New Year").statusCode())
                .isEqualTo(303);
        assertThat(gacc.get("/desk/working-time?year=2031").body()).contains("2031 年放假安排尚未公布，暂按法定节假日计算。");
        assertThat(post("1", "ANNOUNCED", "2031-01-01~2031-01-03,休,元旦,New Year\n2031-01-04,班,元旦,New Year")
                        .statusCode())
                .isEqualTo(303);
        String page = gacc.get("/desk/working-time?year=2031").body();
        assertThat(page).contains(NOTICE, "已公布").doesNotContain("尚未公布，暂按");
        assertThat(reckon("from=2030-12-31T02:00:00Z&days=1").getString("to")).isEqualTo("2031-01-04T09:30:00Z");
        assertThat(gacc.form("/desk/working-time/days", Map.of("day", "2031-01-04", "kind", "ORDINARY"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(reckon("from=2030-12-31T02:00:00Z&days=1").getString("to")).isEqualTo("2031-01-06T09:30:00Z");
        Rows.Row entry = Rows.one("select action, changes::text as changes from audit_entry where record_type ="
                + " 'work_year' order by id desc limit 1");
        assertThat(entry.text("action")).isEqualTo("worktime.change-day");
        assertThat(entry.text("changes")).contains("2031-01-04,班,元旦,New Year");
    }

    @Test
    void refusesLinesThatMakeNoSenseKeepsWhatWasTypedAndChangesNothing() throws SQLException {
        HttpResponse<String> twice = post("0", "ANNOUNCED", "2031-01-01,休,元旦\n2031-01-01,休,元旦");
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(twice.body()).contains("2031-01-01 出现了两次。请删去一处。", NOTICE, "2031-01-01,休,元旦");
        assertThat(post("0", "ANNOUNCED", "2030-01-01,休,元旦").body()).contains("2030-01-01 不在 2031 年内。");
        assertThat(post("0", "ANNOUNCED", "x").body()).contains("第 1 行无法识别");
        assertThat(post("0", "ANNOUNCED", "").statusCode()).isEqualTo(400);
        assertThat(gacc.form("/desk/working-time/days", Map.of("day", "2031-05-01", "kind", "OFF", "nameZh", "劳动节"))
                        .body())
                .contains("系统中没有 2031 年的资料");
        assertThat(Rows.number("select count(*) from work_day where day between '2031-01-01' and '2031-12-31'"))
                .isZero();
        assertThat(post("0", "PROVISIONAL", "2031-01-01,休,元旦").statusCode()).isEqualTo(303);
        // Somebody else began from what was there before.
        assertThat(post("0", "PROVISIONAL", "2031-01-02,休,元旦").statusCode()).isEqualTo(409);
    }

    @Test
    void onlyTheGeneralAdministrationChangesTheCalendar() {
        String body = "{\"status\":\"PROVISIONAL\",\"sourceZh\":\"样例\",\"sourceEn\":\"x\",\"days\":[]}";
        assertThat(district.json("PUT", YEARS + "2031", body, "If-Match", "\"v0\"")
                        .statusCode())
                .isEqualTo(403);
        assertThat(gacc.json("PUT", YEARS + "2031", body, "If-Match", "\"v7\"").statusCode())
                .isEqualTo(412);
        assertThat(gacc.json("PUT", YEARS + "1999", body, "If-Match", "\"v0\"").statusCode())
                .isEqualTo(404);
        assertThat(gacc.json("PUT", YEARS + "2031", body, "If-Match", "\"v0\"").statusCode())
                .isEqualTo(200);
        assertThat(district.get("/desk/working-time").body()).doesNotContain("/desk/working-time/years/");
    }

    @Test
    void changingPastDaysSaysWhatItDoesNotChange() throws SQLException {
        String before = Reply.of(gacc.get(YEARS + "2024")).body().toString();
        HttpResponse<String> changed =
                gacc.form("/desk/working-time/days", Map.of("day", "2024-12-25", "kind", "OFF", "nameZh", "样例"));
        assertThat(changed.headers().allValues("Set-Cookie").toString()).contains("worktime.done.past-changed");
        Rows.change("delete from work_day where day = '2024-12-25'");
        Rows.change("update work_year set version = version - 1 where year = 2024");
        assertThat(Reply.of(gacc.get(YEARS + "2024")).body().toString()).isEqualTo(before);
    }

    @Test
    void hoursAreTriedBeforeTheyAreSet() {
        String form = "/desk/working-time/units/" + house + "/hours";
        String day = Time.today(java.time.Clock.systemUTC()).toString();
        assertThat(district.get(form).body()).contains("按现行作息时间").doesNotContain("按所填作息时间");
        String tried =
                district.get(form + "?validFrom=" + day + "&spans=00:00-00:07").body();
        assertThat(tried).contains("按所填作息时间", "00:07</strong>");
        HttpResponse<String> wrong = district.get(form + "?validFrom=" + day + "&spans=00:07");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("“00:07”不是时段", "value=\"00:07\"");
        assertThat(hours(house, day).getJsonArray("entries")).isEmpty();
        assertThat(district.form(form, Map.of("validFrom", day, "spans", "00:00-00:07"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(district.get("/desk/working-time?unit=" + house).body()).contains("00:00–00:07", "本机构设置");
        assertThat(district.get("/desk/working-time/units/" + 999_999_999 + "/hours")
                        .statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> post(String version, String status, String lines) {
        Map<String, String> fields = new HashMap<>(Map.of("version", version, "status", status, "lines", lines));
        fields.put("sourceZh", NOTICE);
        fields.put("sourceEn", "Notice on holidays of 2031");
        fields.put("link", "https://www.gov.cn/2031");
        return gacc.form("/desk/working-time/years/2031", fields);
    }

    private static String path(long unit) {
        return "/api/v1/working-time/units/" + unit;
    }

    private HttpResponse<String> set(long unit, String from, String spans) {
        return district.json(
                "POST", path(unit) + "/hours", "{\"validFrom\":\"" + from + "\",\"spans\":\"" + spans + "\"}");
    }

    private JsonObject hours(long unit, String day) {
        return Reply.of(gacc.get(path(unit) + "/hours?day=" + day)).body();
    }

    private JsonObject reckon(String query) {
        Reply reply = Reply.of(gacc.get(path(house) + "/reckoning?" + query));
        assertThat(reply.status()).as(query).isEqualTo(200);
        return reply.body();
    }
}
