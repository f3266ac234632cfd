package org.aeoreach.outreach.importing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.util.List;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Past contacts from files, over REST against the running server; what the pages do beside is in RouteIT. */
@RunAsClient
class ContactImportIT implements ServerTest {

    private static final String PLAIN = "日期,企业代码,方式\n";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private ContactCalls calls;

    @BeforeEach
    void signIn() throws SQLException {
        Rows.change("delete from rate_counter");
        calls = new ContactCalls(Caller.signedIn("shekou.officer"));
    }

    private static String standing(SampleEnterprise enterprise) throws SQLException {
        return Rows.one(
                        "select coalesce(last_contact_on::text, '-') || ' ' || coalesce(last_strength, '-') || ' '"
                                + " || coalesce((next_contact_due - last_contact_on)::text, '-') as standing"
                                + " from enterprise where id = ?",
                        enterprise.id())
                .text("standing");
    }

    private static long counting(SampleEnterprise enterprise) throws SQLException {
        return Rows.number(
                "select count(*) from touchpoint_party where enterprise_id = ? and withdrawn_at is null",
                enterprise.id());
    }

    private static Rows.Row only(SampleEnterprise enterprise) throws SQLException {
        return Rows.one(
                "select t.* from touchpoint t join touchpoint_party p on p.touchpoint_id = t.id"
                        + " where p.enterprise_id = ? and p.withdrawn_at is null",
                enterprise.id());
    }

    @Test
    void writesContactsAsTheyWereAndTakesAllOfThemBack() throws Exception {
        SampleEnterprise one = SampleEnterprise.at("5304");
        SampleEnterprise two = SampleEnterprise.at("5304");
        Rows.change("update enterprise set tier = 'A' where id in (?, ?)", one.id(), two.id());
        String before = Rows.one("select next_contact_due::text as due from enterprise where id = ?", one.id())
                .text("due");
        long days = Rows.number("select min(days) from contact_cadence where tier = 'A'");
        String head = "接触编号,日期,时间,企业代码,方式,由谁发起,接触程度,参加关员,主题,谈了什么,商定事项,听到的政策意见,对企业的影响\n";
        Reply done = calls.imported(head
                + "甲,2026年2月1日,9:30," + one.code() + ",走访,海关主动,,shekou.officer,政策：第282号令；贸易安全,"
                + "\"两行\n谈话\",下周再来,周期太长,有妨碍\n"
                + "甲,2026-02-01,," + two.code() + ",VISIT,,,,,,,,\n"
                + "乙,2026/1/5,," + two.code() + ",Phone,The enterprise,Attended,,,,,,\n");
        assertThat(done.body().getInt("created"))
                .as(calls.reasons(done).toString())
                .isEqualTo(2);
        Rows.Row visit = only(one);
        assertThat(visit.text("channel") + visit.text("direction") + visit.text("strength") + visit.text("began_at"))
                .isEqualTo("VISITOUTONE_TO_ONE09:30:00");
        assertThat(visit.text("said")).isEqualTo("两行\n谈话");
        assertThat(visit.text("heard_on") + visit.text("heard_severity")).isEqualTo("周期太长HINDERING");
        assertThat(visit.text("source") + visit.text("told")).isEqualTo("importfalse");
        assertThat(Rows.all(
                                "select kind, text from touchpoint_subject where touchpoint_id = ? order by position",
                                visit.id("id"))
                        .stream()
                        .map(row -> row.text("kind") + row.text("text")))
                .containsExactly("POLICY第282号令", "OTHER贸易安全");
        assertThat(Rows.number("select count(*) from touchpoint_officer where touchpoint_id = ?", visit.id("id")))
                .isEqualTo(1);
        assertThat(standing(one)).isEqualTo("2026-02-01 ONE_TO_ONE " + days);
        assertThat(standing(two)).as("the later of its two").isEqualTo("2026-02-01 ONE_TO_ONE " + days);
        assertThat(counting(two)).isEqualTo(2);

        Reply back = calls.undone(done);
        assertThat(back.body().getString("status")).isEqualTo("UNDONE");
        assertThat(back.body().getInt("removed")).isEqualTo(2);
        assertThat(back.body().getInt("kept")).isZero();
        assertThat(counting(one) + counting(two)).isZero();
        assertThat(standing(one)).isEqualTo("- - -");
        assertThat(Rows.one("select next_contact_due::text as due from enterprise where id = ?", one.id())
                        .text("due"))
                .isEqualTo(before);
        assertThat(calls.send("POST", done.id(), "/undo", "{}", back.etag()).status())
                .isEqualTo(409);
    }

    @Test
    void undoingGivesTheEnterpriseBackTheLastContactItHadBefore() throws Exception {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        calls.imported(PLAIN + "2026-01-10," + enterprise.code() + ",会议\n");
        Reply later = calls.imported(PLAIN + "2026-03-10," + enterprise.code() + ",电话\n");
        assertThat(standing(enterprise)).startsWith("2026-03-10 ONE_TO_ONE");
        calls.undone(later);
        assertThat(standing(enterprise)).startsWith("2026-01-10 ATTENDED");
    }

    @Test
    void findsEnterprisesByEitherCodeAndByTheirNamesWithinTheRangeOnly() throws Exception {
        SampleEnterprise uscc = SampleEnterprise.at("5304");
        SampleEnterprise named = SampleEnterprise.at("5304");
        SampleEnterprise former = SampleEnterprise.at("5304");
        SampleEnterprise foreign = SampleEnterprise.at("2210");
        String code = "91350100M000100Y43";
        Rows.change("update enterprise set uscc = null where uscc = ?", code);
        Rows.change("update enterprise set uscc = ? where id = ?", code, uscc.id());
        SampleEnterprise twin = SampleEnterprise.at("5304");
        Rows.change(
                "update enterprise set name_zh = '双生' || ? where id in (?, ?)", former.code(), former.id(), twin.id());
        Reply done = calls.imported("日期,企业代码,企业名称,方式\n"
                + "2026-02-01," + code + ",,走访\n"
                + "2026-02-01,,样本企业" + named.code() + ",走访\n"
                + "2026-02-01," + named.code() + ",样本企业" + uscc.code() + ",电话\n"
                + "2026-02-01,,双生" + former.code() + ",走访\n"
                + "2026-02-01," + foreign.code() + ",,走访\n"
                + "2026-02-01,,样本企业" + foreign.code() + ",走访\n"
                + "2026-02-01,5304999999,,走访\n"
                + "2026-02-01,5304,,走访\n");
        assertThat(counting(uscc) + counting(named)).isEqualTo(2);
        assertThat(calls.reasons(done))
                .containsExactly(
                        "4 代码对应的企业不叫“样本企业" + uscc.code() + "”。请核对是否错列。",
                        "5 有多家企业名为“双生" + former.code() + "”，请填写代码。",
                        "6 您所属机构范围内没有该企业：" + foreign.code(),
                        "7 您所属机构范围内没有该企业：样本企业" + foreign.code(),
                        "8 您所属机构范围内没有该企业：5304999999",
                        "9 企业代码有误（应为10位海关注册编码或18位统一社会信用代码）：5304");
        assertThat(counting(foreign)).isZero();
    }

    @Test
    void refusesWhatTheLedgerHasOrTheFileHasTwiceUnlessToldToTakeAll() throws Exception {
        SampleEnterprise one = SampleEnterprise.at("5304");
        SampleEnterprise two = SampleEnterprise.at("5304");
        String rows = PLAIN + "2026-02-01," + one.code() + ",走访\n" + "2026-02-01," + two.code() + ",走访\n"
                + "2026-02-01," + one.code() + ",VISIT\n" + "2026-02-01," + one.code() + ",电话\n";
        Reply first = calls.imported(rows);
        assertThat(first.body().getInt("created")).isEqualTo(3);
        assertThat(calls.reasons(first)).containsExactly("4 第 2 行已有同一企业、日期、方式和机构的接触。");
        Reply received = calls.receive(rows);
        JsonObject preview = Reply.of(calls.officer().get(ContactCalls.IMPORTS + "/" + received.id() + "/preview"))
                .body();
        assertThat(preview.getInt("created")).isZero();
        assertThat(preview.getInt("rejected")).isEqualTo(4);
        assertThat(preview.getJsonArray("errors").getJsonObject(0).getString("reason"))
                .contains("台账中已有");
        Reply again = calls.done(received);
        assertThat(again.body().getInt("created")).isZero();
        Reply all = calls.done(calls.inMode(calls.receive(rows), "ALL"));
        assertThat(all.body().getInt("created")).isEqualTo(4);
        calls.undone(all);
        calls.undone(first);
        assertThat(calls.imported(rows).body().getInt("created"))
                .as("what was taken back is no duplicate")
                .isEqualTo(3);
    }

    @Test
    void takesContactWithSeveralEnterprisesWholeOrNotAtAll() throws Exception {
        SampleEnterprise one = SampleEnterprise.at("5304");
        SampleEnterprise two = SampleEnterprise.at("5304");
        Reply done = calls.imported("编号,日期,企业代码,方式,内容\n" + "1,2026-02-01," + one.code() + ",会议,讲了标准\n"
                + "1,2026-02-01,5304000000,会议,\n" + "2,2026-02-02," + one.code() + ",会议,\n" + "2,2026-02-03,"
                + two.code() + ",会议,\n");
        assertThat(done.body().getInt("created")).isZero();
        assertThat(calls.reasons(done))
                .containsExactly(
                        "2 同一接触的第 3 行被退回，须一并改正后导入。",
                        "3 您所属机构范围内没有该企业：5304000000",
                        "4 同一接触的第 5 行被退回，须一并改正后导入。",
                        "5 与同一接触的首行（第 4 行）内容不一致。");
        HttpResponse<String> file = calls.officer().get(ContactCalls.IMPORTS + "/" + done.id() + "/rejected/file");
        assertThat(file.body()).contains("讲了标准", "Row 3 of the same contact was refused", "须一并改正");
    }

    @Test
    void refusesRowsOneByOneWithTheReason() throws Exception {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        String code = enterprise.code();
        Reply done = calls.imported("日期,企业代码,方式,参加关员,企业联系人,受众人数,单位,内容\n"
                + "," + code + ",走访,,,,,\n"
                + "2999-01-01," + code + ",走访,,,,,\n"
                + "1980-01-01," + code + ",走访,,,,,\n"
                + "2026-02-01,,走访,,,,,\n"
                + "2026-02-01," + code + ",,,,,,\n"
                + "2026-02-01," + code + ",信鸽,,,,,\n"
                + "2026-02-01," + code + ",走访,pudong.officer,,,,\n"
                + "2026-02-01," + code + ",走访,,张三,,,\n"
                + "2026-02-01,,直播,,,3000,,\n"
                + "2026-02-01," + code + ",走访,,,,2210,\n"
                + "2026-02-01," + code + ",走访,,,,,=1+1\n"
                + "2026-02-01," + code + ",走访,,,,,\n");
        assertThat(done.body().getInt("created")).isEqualTo(1);
        assertThat(calls.reasons(done))
                .containsExactly(
                        "2 没有日期。",
                        "3 “日期”在今天之后：2999-01-01",
                        "4 日期早于 1990-01-01。",
                        "5 没有企业。面向不具名受众的活动请记入“面向公众的宣传”。",
                        "6 没有接触方式。",
                        "7 “方式”不能是：信鸽",
                        "8 您所属机构范围内没有该关员：pudong.officer",
                        "9 不是该企业的联系人：张三。可填入“其他在场人员”。",
                        "10 这是面向不具名受众的活动，不计入企业接触。请记入“面向公众的宣传”。",
                        "11 您所属机构范围内没有该机构：2210",
                        "12 “谈了什么”是公式。请改为数值后再导入。");
    }

    @Test
    void knowsOfficersByLoginAndByNameWithTheirUnitAndPersonsByName() throws Exception {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Rows.change(
                "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, name_en, purpose, legal_basis)"
                        + " select id, unit_id, org_path, '李四', 'Li Si', 'OUTREACH', 'STATUTORY_DUTY' from enterprise"
                        + " where id = ?",
                enterprise.id());
        Rows.Row officer =
                Rows.one("select a.id, a.name_zh, n.zh from account a join unit_name n on n.unit_id = a.unit_id"
                        + " and n.valid_to is null where a.login = 'shekou.coordinator'");
        Reply done = calls.imported("日期,企业代码,方式,关员,联系人\n2020-02-01," + enterprise.code() + ",走访," + "shekou.officer、"
                + officer.text("name_zh") + "（" + officer.text("zh") + "）,Li Si\n");
        assertThat(calls.reasons(done)).isEmpty();
        long visit = only(enterprise).id("id");
        assertThat(Rows.number(
                        "select count(*) from touchpoint_officer where touchpoint_id = ? and account_id in (?, ?)",
                        visit,
                        officer.id("id"),
                        Caller.account("shekou.officer")))
                .isEqualTo(2);
        assertThat(Rows.number("select count(*) from touchpoint_person where touchpoint_id = ?", visit))
                .isEqualTo(1);
    }

    @Test
    void undoingLeavesWhatSomebodyCorrectedOrPromisedSomethingInAndSaysSo() throws Exception {
        SampleEnterprise corrected = SampleEnterprise.at("5304");
        SampleEnterprise promised = SampleEnterprise.at("5304");
        SampleEnterprise plain = SampleEnterprise.at("5304");
        Reply done = calls.imported(PLAIN + "2026-02-01," + corrected.code() + ",走访\n" + "2026-02-01," + promised.code()
                + ",走访\n" + "2026-02-01," + plain.code() + ",走访\n");
        long first = only(corrected).id("id");
        HttpResponse<String> change = calls.officer()
                .json(
                        "PUT",
                        "/api/v1/touchpoints/" + first,
                        "{\"reason\":\"日期写错\",\"contact\":{\"day\":\"2026-02-02\",\"channel\":\"VISIT\","
                                + "\"direction\":\"OUT\",\"enterprises\":[" + corrected.id() + "]}}",
                        "If-Match",
                        "\"v0\"");
        assertThat(change.statusCode()).as(change.body()).isEqualTo(200);
        Rows.change(
                "insert into task (unit_id, org_path, owner_id, touchpoint_id, title, due_on, account_id)"
                        + " select u.id, u.org_path, a.id, ?, '回访', china_day(), a.id from unit u, account a"
                        + " where u.code = '5304' and a.login = 'shekou.coordinator'",
                only(promised).id("id"));
        Reply back = calls.undone(done);
        assertThat(back.body().getInt("removed")).isEqualTo(1);
        assertThat(back.body().getInt("kept")).isEqualTo(2);
        String kept = calls.officer()
                .get(ContactCalls.IMPORTS + "/" + done.id() + "/kept")
                .body();
        assertThat(kept).contains("导入后被更正过", "导入后有人布置了任务", "样本企业" + corrected.code());
        assertThat(calls.officer().get("/desk/touchpoints/imports/" + done.id()).body())
                .contains("导入后被更正过", "/desk/touchpoints/" + first);
        assertThat(standing(corrected)).startsWith("2026-02-02");
        assertThat(standing(promised)).startsWith("2026-02-01");
        assertThat(standing(plain)).startsWith("- -");
    }

    @Test
    void refusesFilesAsWholeAndKeepsNothing() throws Exception {
        long before = Rows.number("select count(*) from contact_import");
        assertThat(calls.receive(PLAIN + "2026-02-01,5304880001,走访\n2026-0").field(0))
                .isEqualTo("file");
        assertThat(calls.receive(PLAIN).status()).isEqualTo(400);
        assertThat(calls.receive("test", new byte[] {'P', 'K', 3, 4, 0}, XLSX).status())
                .isEqualTo(400);
        assertThat(new ContactCalls(Caller.signedIn("gacc.auditor"))
                        .receive(PLAIN)
                        .status())
                .isEqualTo(403);
        assertThat(Rows.number("select count(*) from contact_import")).isEqualTo(before);
        Reply noDay = calls.receive("企业代码,方式\n5304880001,走访\n");
        assertThat(noDay.status()).isEqualTo(201);
        assertThat(calls.send("POST", noDay.id(), "/start", "{}", noDay.etag()).status())
                .isEqualTo(400);
    }

    @Test
    void readsGb18030AndWorkbooksAndRemembersTheColumnsOfASource() throws Exception {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        String source = "s" + System.nanoTime();
        byte[] gb = ("何时;单位代号;怎样\n2026-02-01;" + enterprise.code() + ";走访\n").getBytes(Charset.forName("GB18030"));
        Reply first = calls.receive(source, gb, "text/csv");
        assertThat(first.body().getString("charset")).isEqualTo("GB18030");
        Reply mapped = calls.send(
                "PUT",
                first.id(),
                "/columns",
                "{\"mode\":\"NEW\",\"field\":[\"day\",\"enterprise_code\",\"channel\"]}",
                first.etag());
        assertThat(calls.done(mapped).body().getInt("created")).isEqualTo(1);
        assertThat(calls.receive(source, gb, "text/csv")
                        .body()
                        .getJsonArray("fields")
                        .toString())
                .isEqualTo("[\"day\",\"enterprise_code\",\"channel\"]");

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("说明").value(0, 0, "x");
            Worksheet sheet = workbook.newWorksheet("台账");
            sheet.value(0, 0, "日期");
            sheet.value(0, 1, "企业名称");
            sheet.value(0, 2, "方式");
            sheet.value(1, 0, java.time.LocalDate.of(2026, 2, 5));
            sheet.style(1, 0).format("yyyy-mm-dd").set();
            sheet.value(1, 1, "样本企业" + enterprise.code());
            sheet.value(1, 2, "线上交流");
        }
        assertThat(calls.receive("x", out.toByteArray(), XLSX).status())
                .as("nothing stands in the first sheet")
                .isIn(201, 400);
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(one, "test", "1.0")) {
            Worksheet notes = workbook.newWorksheet("说明");
            notes.value(0, 0, "备注");
            notes.value(1, 0, "x");
            Worksheet sheet = workbook.newWorksheet("台账");
            List<String> heading = List.of("日期", "企业名称", "方式");
            for (int i = 0; i < heading.size(); i++) {
                sheet.value(0, i, heading.get(i));
            }
            sheet.value(1, 0, java.time.LocalDate.of(2026, 2, 5));
            sheet.style(1, 0).format("yyyy-mm-dd").set();
            sheet.value(1, 1, "样本企业" + enterprise.code());
            sheet.value(1, 2, "线上交流");
        }
        Reply sheets = calls.receive("xlsx", one.toByteArray(), XLSX);
        assertThat(calls.send("PUT", sheets.id(), "/sheet", "{\"sheet\":\"没有\"}", sheets.etag())
                        .status())
                .isEqualTo(400);
        Reply chosen = calls.send("PUT", sheets.id(), "/sheet", "{\"sheet\":\"台账\"}", sheets.etag());
        assertThat(calls.done(chosen).body().getInt("created")).isEqualTo(1);
    }

    @Test
    void importsOfOtherHousesDoNotExistForAnOfficer() throws SQLException {
        long id = calls.receive(PLAIN + "2026-02-01,5304880001,走访\n").id();
        Caller pudong = Caller.signedIn("pudong.officer");
        for (String part : List.of("", "/preview", "/rejected", "/rejected/file", "/kept")) {
            assertThat(pudong.get(ContactCalls.IMPORTS + "/" + id + part).statusCode())
                    .isEqualTo(404);
        }
        assertThat(pudong.get(ContactCalls.IMPORTS).body()).doesNotContain("\"id\":" + id + ",");
        assertThat(Caller.signedIn("gacc.auditor")
                        .get(ContactCalls.IMPORTS + "/" + id)
                        .statusCode())
                .isEqualTo(200);
    }
}
