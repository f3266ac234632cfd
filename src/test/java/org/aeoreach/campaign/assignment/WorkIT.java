package org.aeoreach.campaign.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.aeoreach.campaign.coverage.RunningCampaign;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** A house works its list off: who comes next, what is set aside and why, who does what. */
@RunAsClient
class WorkIT implements ServerTest {

    private static List<JsonObject> next(RunningCampaign running, Caller caller) {
        try (JsonReader reader = Json.createReader(
                new StringReader(caller.get(running.work() + "/next").body()))) {
            JsonArray rows = reader.readArray();
            return rows.stream().map(JsonValue::asJsonObject).toList();
        }
    }

    private static List<Long> ids(List<JsonObject> rows) {
        return rows.stream()
                .map(row -> row.getJsonNumber("enterpriseId").longValue())
                .toList();
    }

    @Test
    void whoIsNextAreTheFirstTwentyInTheOrderTheListSays() throws SQLException {
        RunningCampaign.House house = RunningCampaign.House.with(26);
        List<Long> mine = house.enterprises();
        for (int i = 0; i < mine.size(); i++) {
            Rows.change(
                    "update enterprise set size_class = ?, grade = ?, grade_since = china_day() - 900, journey_step = ?, journey_since = china_day(),"
                            + " last_contact_on = case when ? then china_day() - 400 + cast(? as int) end where id = ?",
                    List.of("MICRO", "LARGE", "SMALL", "MEDIUM").get(i % 4),
                    i % 5 == 0 ? "CE" : "REGULAR",
                    i % 3 == 0 ? "INTERESTED" : "PROSPECT",
                    i % 2 == 0,
                    (i * 7) % 26,
                    mine.get(i));
        }
        RunningCampaign running = RunningCampaign.of(house, RunningCampaign.House.with(0));
        List<Long> wanted = Rows.all(
                        "select id from enterprise where unit_id = ? order by last_contact_on is not null,"
                                + " case enterprise_audience(grade, journey_step) when 'PROSPECTIVE' then 0 when 'AEO' then 1"
                                + " else 2 end, array_position(array['LARGE', 'MEDIUM', 'SMALL', 'MICRO'], size_class),"
                                + " last_contact_on, id limit 20",
                        house.id())
                .stream()
                .map(row -> row.id("id"))
                .toList();
        assertThat(ids(next(running, house.caller()))).containsExactlyElementsOf(wanted);
        assertThat(house.caller().get(running.desk() + "/work").body())
                .contains("从未联系", "拟申请企业、大型企业", "/desk/touchpoints/new?enterprise=" + wanted.get(0));
    }

    @Test
    void aContactWrittenDownFromTheListTakesTheRowOffAndLeadsBack() throws SQLException {
        RunningCampaign running = RunningCampaign.with(3, 0);
        Caller house = running.one().caller();
        long first = ids(next(running, house)).get(0);
        String form = house.get("/desk/touchpoints/new?enterprise=" + first + "&back=" + running.desk() + "/work")
                .body();
        assertThat(form).contains("value=\"" + running.desk() + "/work\"");
        var sent = house.form(
                "/desk/touchpoints",
                java.util.Map.of(
                        "enterprises",
                        Long.toString(first),
                        "day",
                        SampleEnterprise.today().toString(),
                        "channel",
                        "VISIT",
                        "direction",
                        "OUT",
                        "strength",
                        "ONE_TO_ONE",
                        "back",
                        running.desk() + "/work"));
        assertThat(sent.headers().firstValue("Location").orElse(sent.body())).contains(running.desk() + "/work");
        assertThat(ids(next(running, house))).hasSize(2).doesNotContain(first);
        assertThat(Reply.of(house.get(running.work())).body().getInt("reached")).isEqualTo(1);
    }

    @Test
    void whoIsSetAsideNeedsAReasonThatIsSeenAbove() throws SQLException {
        RunningCampaign running = RunningCampaign.with(3, 0);
        Caller house = running.one().caller();
        List<Long> mine = running.one().enterprises();
        assertThat(running.change(house, "EXCLUDE", "", mine.get(0)).field(0)).isEqualTo("reason");
        assertThat(running.change(house, "UNREACHABLE", ",\"reason\":\"CLOSED\"", mine.get(0))
                        .field(0))
                .as("a reason of the other kind")
                .isEqualTo("reason");
        assertThat(running.change(house, "EXCLUDE", ",\"reason\":\"OTHER\"", mine.get(0))
                        .field(0))
                .isEqualTo("remark");
        assertThat(ids(next(running, house))).as("nothing was changed").hasSize(3);
        running.change(house, "EXCLUDE", ",\"reason\":\"OTHER\",\"remark\":\"只做内贸\"", mine.get(0));
        running.change(house, "UNREACHABLE", ",\"reason\":\"NO_CONTACT\"", mine.get(1));
        assertThat(ids(next(running, house))).containsExactly(mine.get(2));
        String above = Caller.signedIn("gacc.officer")
                .get("/desk/campaigns/enterprises?campaign=" + running.sample().id() + "&unit="
                        + running.one().code())
                .body();
        assertThat(above).contains("只做内贸", "其他原因", "无法联系");
        running.change(house, "OPEN", "", mine.get(0), mine.get(1));
        assertThat(ids(next(running, house))).hasSize(3);
        running.sample().holds();
    }

    @Test
    void whatIsPutOffComesBackByItselfOnItsDay() throws SQLException {
        RunningCampaign running = RunningCampaign.with(2, 0);
        Caller house = running.one().caller();
        long put = running.one().enterprises().get(0);
        assertThat(running.change(house, "POSTPONE", "", put).field(0)).isEqualTo("day");
        assertThat(running.change(house, "POSTPONE", ",\"day\":\"" + SampleEnterprise.today() + "\"", put)
                        .field(0))
                .isEqualTo("day");
        running.change(
                house, "POSTPONE", ",\"day\":\"" + SampleEnterprise.today().plusDays(1) + "\"", put);
        assertThat(ids(next(running, house))).doesNotContain(put);
        String list = "/desk/campaigns/work?campaign=" + running.sample().id();
        assertThat(house.get(list + "&postponed=NOW").body()).contains("/desk/enterprises/" + put + "\"");
        Rows.change("update campaign_member set postponed_to = china_day() where enterprise_id = ?", put);
        assertThat(next(running, house).stream()
                        .filter(row -> row.getBoolean("back"))
                        .toList())
                .hasSize(1);
        String today = house.get("/desk").body();
        assertThat(today).contains("1家暂缓企业到期", "2家企业待触达", "postponed=BACK");
        assertThat(house.get(list + "&postponed=BACK").body()).contains("/desk/enterprises/" + put + "\"");
    }

    @Test
    void aSpreadGivesEverybodyAsManyAndIsTakenBackUntilWorkHasBegun() throws SQLException {
        RunningCampaign running = RunningCampaign.with(5, 0);
        Caller house = running.one().caller();
        String both = Caller.account(running.one().officer()) + ","
                + Caller.account(running.one().colleague());
        String spread = "{\"way\":\"EVENLY\",\"officerIds\":[" + both + "]}";
        String path = running.work() + "/spread";
        String stranger = "{\"way\":\"EVENLY\",\"officerIds\":[" + Caller.account("dapeng.officer") + "]}";
        assertThat(Reply.of(house.json("POST", path, stranger)).field(0)).isEqualTo("officerIds");
        assertThat(Reply.of(house.json("POST", path, spread)).body().getInt("rows"))
                .isEqualTo(5);
        assertThat(Rows.number(
                        "select max(n) - min(n) from (select count(*) as n from campaign_member where campaign_id = ?"
                                + " and house_id = ? group by officer_id) x",
                        running.sample().id(),
                        running.one().id()))
                .isEqualTo(1);
        assertThat(Reply.of(house.json("POST", path + "/undo", "")).body().getInt("rows"))
                .isEqualTo(5);
        assertThat(house.json("POST", path + "/undo", "").statusCode())
                .as("twice")
                .isEqualTo(409);
        house.json("POST", path, spread);
        RunningCampaign.visit(house, running.one().enterprises().get(4));
        assertThat(house.json("POST", path + "/undo", "").statusCode())
                .as("work has begun")
                .isEqualTo(409);
        running.sample().holds();
    }

    @Test
    void whatIsLeftToDoIsCountedForWhoWorksOnItNowAtEveryLevel() throws SQLException {
        RunningCampaign running = RunningCampaign.with(6, 2);
        RunningCampaign.House one = running.one();
        RunningCampaign.House other = running.other();
        List<Long> rows = one.enterprises();
        RunningCampaign.visit(one.caller(), rows.get(0));
        running.change(one.caller(), "EXCLUDE", ",\"reason\":\"CLOSED\"", rows.get(1));
        move(rows.get(2), other);
        Rows.change("update enterprise set merged_into = ? where id = ?", rows.get(0), rows.get(3));
        Rows.change(
                "update campaign_member set officer_id = ? where campaign_id = ? and enterprise_id = ?",
                Caller.account(one.officer()),
                running.sample().id(),
                rows.get(4));
        for (String path : List.of(one.path(), other.path(), "0000.5300.", "0000.")) {
            Caller caller = path.equals(one.path())
                    ? one.caller()
                    : path.equals(other.path())
                            ? other.caller()
                            : Caller.signedIn(path.equals("0000.") ? "gacc.officer" : "shenzhen.officer");
            JsonObject told = Reply.of(caller.get(running.work())).body();
            assertThat(told.getInt("open")).as(path).isEqualTo((int) left(running, path, "true"));
            assertThat(told.getInt("unspread")).as(path).isEqualTo((int) left(running, path, "officer_id is null"));
        }
        assertThat(left(running, one.path(), "true")).isEqualTo(2);
        assertThat(left(running, other.path(), "true")).isEqualTo(3);
    }

    private static void move(long enterprise, RunningCampaign.House to) throws SQLException {
        Rows.change("update enterprise set unit_id = ?, org_path = ? where id = ?", to.id(), to.path(), enterprise);
    }

    private static long left(RunningCampaign running, String path, String which) throws SQLException {
        return Rows.number(
                "select count(*) from campaign_member where campaign_id = ? and starts_with(org_path, ?) and not late"
                        + " and not merged and campaign_state(standing, level) in ('UNTOUCHED', 'TOUCHED') and "
                        + which,
                running.sample().id(),
                path);
    }

    @Test
    void aListIsWorkedOnOnlyWhileTheCampaignRunsAndByItsUnit() throws SQLException {
        RunningCampaign running = RunningCampaign.with(1, 1);
        long mine = running.one().enterprises().get(0);
        String exclude = ",\"reason\":\"CLOSED\"";
        assertThat(running.change(running.other().caller(), "EXCLUDE", exclude, mine)
                        .status())
                .isEqualTo(404);
        assertThat(running.other()
                        .caller()
                        .json(
                                "POST",
                                running.work() + "/spread",
                                "{\"way\":\"EVENLY\",\"officerIds\":["
                                        + Caller.account(running.other().officer()) + "]}")
                        .statusCode())
                .as("nothing was handed down to it")
                .isEqualTo(409);
        Rows.change(
                "update campaign set status = 'ENDED', ended_at = now() where id = ?",
                running.sample().id());
        assertThat(running.change(running.one().caller(), "EXCLUDE", exclude, mine)
                        .status())
                .isEqualTo(409);
        assertThat(running.one().caller().get(running.desk() + "/work").body()).contains("不在进行中");
    }

    @Test
    void whatAnotherChangedSinceIsNotOverwrittenAndNoRowIsUnlessAllAreAsSeen() throws SQLException {
        RunningCampaign running = RunningCampaign.with(3, 0);
        Caller first = running.one().caller();
        Caller second = Caller.signedIn(running.one().colleague());
        Long[] mine = running.one().enterprises().toArray(Long[]::new);
        List<Long> seen = running.seen(mine);
        assertThat(next(running, second).get(0).getInt("version"))
                .isEqualTo(seen.get(0).intValue());
        running.change(first, "EXCLUDE", ",\"reason\":\"OTHER\",\"remark\":\"先写的说明\"", mine[0]);
        Reply late = running.change(second, "UNREACHABLE", ",\"reason\":\"DECLINED\"", seen, mine);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().getString("detail")).contains("3家中有1家", "没有更改任何企业");
        JsonObject now = late.body().getJsonArray("candidates").getJsonObject(0);
        assertThat(now.getString("remark")).isEqualTo("先写的说明");
        assertThat(now.getString("changedZh")).isNotEmpty();
        assertThat(Rows.number(
                        "select count(*) from campaign_member where campaign_id = ? and standing = 'UNREACHABLE'",
                        running.sample().id()))
                .as("none of the others either")
                .isZero();
        assertThat(running.change(second, "UNREACHABLE", ",\"reason\":\"DECLINED\"", running.seen(mine), mine)
                        .status())
                .as("who has seen what stands now may go on")
                .isEqualTo(200);
        assertThat(running.change(second, "OPEN", "", List.of(1L), mine).field(0))
                .isEqualTo("versions");
        running.sample().holds();
    }

    @Test
    void theFormKeepsWhatWasTypedSaysWhoWasFirstAndLetsOneChooseRowByRow() throws SQLException {
        RunningCampaign running = RunningCampaign.with(2, 0);
        Caller first = running.one().caller();
        Caller second = Caller.signedIn(running.one().colleague());
        Long[] mine = running.one().enterprises().toArray(Long[]::new);
        String form = "%s/work/change".formatted(running.desk());
        String opened = second.get(form + "?enterprise=" + mine[0] + "&enterprise=" + mine[1])
                .body();
        assertThat(opened).contains("name=\"versions\" value=\"0\"");
        running.change(first, "EXCLUDE", ",\"reason\":\"OTHER\",\"remark\":\"先写的说明\"", mine[0]);
        String fields = "enterpriseIds=" + mine[0] + "&enterpriseIds=" + mine[1]
                + "&action=UNREACHABLE&reason=OTHER&remark=typed+by+the+second";
        var refused = sent(second, form, fields + "&versions=0&versions=0");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("先写的说明", "typed by the second", "name=\"versions\" value=\"1\"")
                .contains("name=\"despite\" value=\"" + mine[0] + "\"")
                .doesNotContain("name=\"despite\" value=\"" + mine[1] + "\"");
        var only = sent(second, form, fields + "&versions=1&versions=0&changed=" + mine[0]);
        assertThat(only.statusCode()).as(only.body()).isEqualTo(303);
        assertThat(remarks(running)).containsExactly("先写的说明", "typed by the second");
        String again = "enterpriseIds=" + mine[0]
                + "&action=UNREACHABLE&reason=OTHER&remark=now+mine&versions=1&changed=" + mine[0];
        assertThat(sent(second, form, again).body()).contains("now mine", "请至少勾选一家");
        assertThat(sent(second, form, again + "&despite=" + mine[0]).statusCode())
                .isEqualTo(303);
        assertThat(remarks(running)).containsExactly("now mine", "typed by the second");
        running.sample().holds();
    }

    private static HttpResponse<String> sent(Caller caller, String path, String fields) {
        return caller.send("POST", path, fields, "Content-Type", "application/x-www-form-urlencoded");
    }

    private static List<String> remarks(RunningCampaign running) throws SQLException {
        return Rows.all(
                        "select remark from campaign_member where campaign_id = ? and house_id = ? order by enterprise_id",
                        running.sample().id(),
                        running.one().id())
                .stream()
                .map(row -> row.text("remark"))
                .toList();
    }

    @Test
    void ofManyWhoChangeOneRowAtOnceOneIsFirstAndTheOthersAreTold() throws Exception {
        RunningCampaign running = RunningCampaign.with(2, 0);
        List<Caller> officers =
                List.of(running.one().caller(), Caller.signedIn(running.one().colleague()));
        Long[] mine = running.one().enterprises().toArray(Long[]::new);
        for (int round = 0; round < 5; round++) {
            List<Long> seen = running.seen(mine);
            String how = ",\"reason\":\"OTHER\",\"remark\":\"round " + round + " by ";
            List<CompletableFuture<Integer>> answered = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Caller officer = officers.get(i % 2);
                String typed = how + i + "\"";
                Long[] chosen = i % 3 == 0 ? mine : new Long[] {mine[i % 2]};
                List<Long> versions = i % 3 == 0 ? seen : List.of(seen.get(i % 2));
                answered.add(
                        CompletableFuture.supplyAsync(() -> running.change(officer, "EXCLUDE", typed, versions, chosen)
                                .status()));
            }
            List<Integer> answers =
                    answered.stream().map(CompletableFuture::join).toList();
            assertThat(answers).containsOnly(200, 409);
            List<Long> now = running.seen(mine);
            assertThat(now.get(0)).as("changed once").isEqualTo(seen.get(0) + 1);
            assertThat(now.get(1)).as("changed once").isEqualTo(seen.get(1) + 1);
        }
        running.sample().holds();
    }
}
