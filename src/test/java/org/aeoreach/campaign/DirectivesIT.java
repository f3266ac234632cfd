package org.aeoreach.campaign;

import static org.aeoreach.campaign.Cascade.TODAY;
import static org.aeoreach.campaign.Cascade.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aeoreach.campaign.counting.SampleCampaign;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.SentForm;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A directive is written, decided by a second person, frozen and issued; a unit does the same for itself. */
@RunAsClient
class DirectivesIT implements ServerTest {

    private static final String REASON = "{\"reason\":\"口径需要核实\"}";

    private Caller author;
    private Caller editor;

    @BeforeEach
    void people() throws SQLException {
        Rows.change("delete from rate_counter");
        author = Caller.signedIn("gacc.officer");
        editor = Caller.signedIn("gacc.editor");
    }

    @Test
    void nobodyWhoHadAHandInItApprovesIt() throws SQLException {
        SampleEnterprise.at("5304");
        Cascade directive = Cascade.drafted(author, "三人行", "5300");
        Caller third = Cascade.newcomer("0000", "GACC_OFFICER");
        Reply changed = Cascade.sent(
                editor,
                "PUT",
                directive.api(),
                Cascade.directive("三人行，改过", "5300", "2200"),
                directive.read(editor).etag());
        done(changed);
        done(directive.step(author, "/submission", null));
        for (Caller one : new Caller[] {author, editor}) {
            assertThat(directive.step(one, "/approval", null).status())
                    .as(one.name())
                    .isEqualTo(403);
            assertThat(one.get(directive.desk()).body()).contains("须由另一人").doesNotContain("/approval\"");
        }
        Reply seen = directive.read(third);
        done(directive.step(third, "/return", REASON));
        done(directive.step(author, "/submission", null));
        assertThat(Cascade.sent(third, "POST", directive.api() + "/approval", null, seen.etag())
                        .status())
                .as("of what was there before it was returned")
                .isEqualTo(412);
        done(directive.step(third, "/approval", null));
        assertThat(directive.frozen()).isEqualTo("RUNNING");
        assertThat(directive.step(third, "/approval", null).status()).isEqualTo(409);
    }

    @Test
    void aDistrictKnowsOfItOnceItIsOutAndOthersNever() throws SQLException {
        SampleEnterprise.at("5304");
        Caller district = Caller.signedIn("shenzhen.officer");
        Caller other = Caller.signedIn("shanghai.officer");
        Caller house = Caller.signedIn("shekou.officer");
        Cascade directive = Cascade.drafted(author, "只发深圳", "5300");
        assertThat(directive.read(district).status()).isEqualTo(404);
        done(directive.step(author, "/submission", null));
        assertThat(directive.read(district).status()).isEqualTo(404);
        Rows.change("update campaign set status = 'FREEZING' where id = ?", directive.id());
        for (Caller one : new Caller[] {district, house}) {
            assertThat(directive.read(one).status()).as("while it is frozen").isEqualTo(404);
            assertThat(directive.plan(one, "5300").status()).isEqualTo(404);
        }
        Rows.change("update campaign set status = 'REVIEW' where id = ?", directive.id());
        done(directive.step(editor, "/approval", null));
        assertThat(directive.frozen()).isEqualTo("RUNNING");
        assertThat(directive.read(district).status()).isEqualTo(200);
        assertThat(directive.read(house).status()).as("a house below").isEqualTo(404);
        assertThat(directive.plan(house, "5300").status()).as("not handed down").isEqualTo(404);
        String nothing = "/desk/campaigns/888000001";
        assertThat(plain(other.get(directive.desk()), directive.desk())).isEqualTo(plain(other.get(nothing), nothing));
        assertThat(other.get("/desk/campaigns").body()).doesNotContain("只发深圳");
        assertThat(district.get("/desk/campaigns").body()).contains("只发深圳");
        assertThat(district.get("/desk/campaigns/board").body()).contains("只发深圳");
    }

    private static String plain(HttpResponse<String> answer, String path) {
        String id = answer.headers().firstValue("X-Request-Id").orElse("-");
        return answer.statusCode() + answer.body().replace(id, "request").replace(path, "path");
    }

    @Test
    void freezingThatFailsIsBegunAgainOrLeftForAnotherDraft() throws SQLException {
        SampleEnterprise.at("5304");
        Cascade directive = Cascade.drafted(author, "无人在内", "8800");
        done(directive.step(author, "/submission", null));
        done(directive.step(editor, "/approval", null));
        assertThat(directive.frozen()).isEqualTo("FREEZING");
        assertThat(author.get("/desk/campaigns?waits=STOPPED").body()).contains("无人在内");
        String page = author.get(directive.desk()).body();
        assertThat(page).contains("覆盖对象未能确定", "重新确定覆盖对象", "退回草稿");
        assertThat(SentForm.on(page, directive.desk() + "/freeze").by(author).statusCode())
                .isEqualTo(303);
        assertThat(directive.frozen()).isEqualTo("FREEZING");
        done(directive.step(author, "/draft", null));
        assertThat(directive.step(author, "/freeze", null).status()).isEqualTo(409);
        Reply changed = Cascade.sent(
                author,
                "PUT",
                directive.api(),
                Cascade.directive("有人在内", "5300"),
                directive.read(author).etag());
        done(changed);
        directive.issued(author, editor);
        assertThat(Rows.number("select count(*) from campaign_member where campaign_id = ?", directive.id()))
                .isPositive();
    }

    @Test
    void aHousesOwnDraftIsChangedAndDiscardedAfterFreezingFailed() throws SQLException {
        String house = Units.code(Units.newHouse("5300"));
        Caller officer = Cascade.newcomer(house, "HOUSE_OFFICER");
        Cascade own = Cascade.drafted(officer, "本关无人在内");
        done(own.step(officer, "/submission", null));
        done(own.step(Cascade.newcomer(house, "HOUSE_OFFICER"), "/approval", null));
        assertThat(own.frozen()).isEqualTo("FREEZING");
        done(own.step(officer, "/draft", null));
        done(Cascade.sent(
                officer,
                "PUT",
                own.api(),
                Cascade.directive("本关无人在内，改过"),
                own.read(officer).etag()));
        String page = officer.get(own.desk()).body();
        assertThat(SentForm.on(page, own.desk() + "/discard").by(officer).statusCode())
                .isEqualTo(303);
        assertThat(own.read(officer).status()).isEqualTo(404);
    }

    @Test
    void whatWasTypedStaysAndTheFaultIsSaid() {
        Map<String, String> typed = new TreeMap<>(Map.of(
                "titleZh", "写到一半的指令",
                "purposeZh", "一段写了很久的话",
                "startsOn", TODAY.plusDays(3).toString(),
                "endsOn", TODAY.toString(),
                "audiences", "ALL",
                "allTextZh", "致企业的文字",
                "allExpected", "120",
                "allStrength", "DELIVERED",
                "target", "ALL",
                "districts", "5300"));
        HttpResponse<String> refused = author.form("/desk/campaigns", typed);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("写到一半的指令", "一段写了很久的话", "致企业的文字", "value=\"120\"");
        typed.put("allExpected", "60");
        HttpResponse<String> backwards = author.form("/desk/campaigns", typed);
        assertThat(backwards.statusCode()).isEqualTo(400);
        assertThat(backwards.body()).contains("结束日期不能早于开始日期", "一段写了很久的话");
        typed.put("endsOn", TODAY.plusDays(30).toString());
        typed.put("documents", "no-such-document");
        assertThat(author.form("/desk/campaigns", typed).body()).contains("no-such-document", "一段写了很久的话");
    }

    @Test
    void aNumberOnTheFirstPageOpensAListOfAsMany() throws SQLException {
        SampleEnterprise.at("5304");
        Cascade directive = Cascade.drafted(author, "待批", "5300");
        done(directive.step(author, "/submission", null));
        listed(editor, "DECIDE", "待批");
        assertThat(author.get("/desk/campaigns?waits=DECIDE").body()).doesNotContain(directive.desk() + "\"");
        done(directive.step(editor, "/return", REASON));
        listed(author, "RETURNED", "待批");
        directive.issued(author, editor);
        Caller district = Caller.signedIn("shenzhen.officer");
        listed(district, "ACKNOWLEDGE", "待批");
        done(directive.step(district, "5300", "/acknowledgement", null));
        listed(district, "PLAN", "待批");
        assertThat(district.get("/desk/campaigns?waits=ACKNOWLEDGE").body()).doesNotContain(directive.desk() + "\"");
        Rows.change("update campaign set plan_by = china_day() - 1 where id = ?", directive.id());
        listed(author, "LATE", "待批");
    }

    /** What the first page counts is what the list behind it holds. */
    private static void listed(Caller who, String waits, String title) {
        String home = who.get("/desk").body();
        Matcher item = Pattern.compile("([0-9]+) [^<]*<[^>]*>(?:(?!<li).)*?waits=" + waits, Pattern.DOTALL)
                .matcher(home);
        String list = who.get("/desk/campaigns?waits=" + waits + "&limit=100").body();
        assertThat(home).contains("waits=" + waits);
        assertThat(list).contains(title);
        long rows = Pattern.compile("href=\"/desk/campaigns/[0-9]+\"")
                .matcher(list)
                .results()
                .count();
        assertThat(rows).as(waits).isPositive();
        if (item.find()) {
            assertThat(item.group(1)).as(waits).isEqualTo(Long.toString(rows));
        }
    }

    @Test
    void aGoodCampaignIsOfferedAndAdoptedElsewhere() throws SQLException {
        for (int i = 0; i < 5; i++) {
            SampleEnterprise.at("5316");
            SampleCampaign.contact(SampleEnterprise.at("5304").id(), "ONE_TO_ONE");
        }
        Caller shenzhen = Caller.signedIn("shenzhen.officer");
        Caller planner = Caller.signedIn("shenzhen.planner");
        Caller shanghai = Caller.signedIn("shanghai.officer");
        Cascade own = Cascade.drafted(shenzhen, "深圳好经验");
        Rows.change("update campaign set starts_on = starts_on - 30 where id = ?", own.id());
        own.issued(shenzhen, planner);
        assertThat(own.read(shanghai).status()).isEqualTo(404);
        String page = shenzhen.get(own.desk()).body();
        assertThat(SentForm.on(page, own.desk() + "/template").by(shenzhen).statusCode())
                .isEqualTo(303);
        assertThat(shanghai.get("/desk/campaigns?template=yes").body()).contains("深圳好经验");
        assertThat(shanghai.get(own.desk()).body()).contains("范例成效", result(own));
        HttpResponse<String> adopted = SentForm.on(shanghai.get(own.desk()).body(), own.desk() + "/adoption")
                .by(shanghai);
        assertThat(adopted.statusCode()).isEqualTo(303);
        String draft = adopted.headers().firstValue("Location").orElseThrow();
        String shown = shanghai.get(draft).body();
        assertThat(shown).contains("深圳好经验", own.desk(), "深圳海关", "范例成效", result(own));
        Rows.Row row = Rows.one(
                "select org_path, origin_id, kind, status from campaign where id = ?",
                Long.parseLong(draft.replaceAll("\\D+", "")));
        assertThat(row.text("org_path")).isEqualTo("0000.2200.");
        assertThat(row.text("kind") + row.text("status")).isEqualTo("OWNDRAFT");
        assertThat(row.id("origin_id")).isEqualTo(own.id());
    }

    /** What came of it, as the page says it. */
    private static String result(Cascade campaign) throws SQLException {
        Rows.Row row = Rows.one(
                "select count(*) filter (where level = 2) as reached, count(*) as scope from campaign_member"
                        + " where campaign_id = ? and not late",
                campaign.id());
        return "已触达" + row.text("reached") + "家／应覆盖" + row.text("scope") + "家";
    }

    @Test
    void aHouseStartsOneItselfAndKnowsItsTargetAtOnce() throws SQLException {
        SampleEnterprise.at("5304");
        Caller officer = Caller.signedIn("shekou.officer");
        Caller second = Cascade.newcomer("5304", "HOUSE_OFFICER");
        Cascade own = Cascade.drafted(officer, "蛇口自办");
        assertThat(own.step(officer, "/submission", null).status()).isEqualTo(200);
        assertThat(own.step(officer, "/approval", null).status()).isEqualTo(403);
        done(own.step(second, "/approval", null));
        assertThat(own.frozen()).isEqualTo("RUNNING");
        assertThat(Rows.number(
                        "select target from campaign_assignment where campaign_id = ? and status = 'PUSHED'", own.id()))
                .isEqualTo(Rows.number(
                        "select sum(ceil(n * expected / 100.0)) from (select audience, count(*) as n from campaign_member"
                                + " where campaign_id = ? group by 1) m join campaign_audience a using (audience)"
                                + " where a.campaign_id = ?",
                        own.id(),
                        own.id()))
                .isPositive();
    }

    @Test
    void whoWithdrawsItSaysWhy() throws SQLException {
        Cascade directive = Cascade.running("将撤回", "5300");
        String page = author.get(directive.desk()).body();
        HttpResponse<String> wordless =
                SentForm.on(page, directive.desk() + "/withdrawal").by(author);
        assertThat(wordless.statusCode()).isEqualTo(400);
        assertThat(directive.step(author, "/withdrawal", "{\"reason\":\" \"}").status())
                .isEqualTo(400);
        assertThat(directive.step(author, "/end", null).status())
                .as("before its last day")
                .isEqualTo(409);
        done(directive.step(author, "/withdrawal", "{\"reason\":\"政策口径调整\"}"));
        Caller district = Caller.signedIn("shenzhen.officer");
        assertThat(district.get(directive.desk()).body()).contains("政策口径调整");
        assertThat(directive.step(district, "5300", "/acknowledgement", null).status())
                .isEqualTo(409);
    }
}
