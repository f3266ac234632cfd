package org.aeoreach.enterprise.importing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.List;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Imports over REST against the running server; what the pages do beside is in RouteIT. */
@RunAsClient
class ImportIT implements ServerTest {

    private Caller officer;
    private ImportCalls calls;

    @BeforeEach
    void signIn() {
        officer = Caller.signedIn("shekou.officer");
        calls = new ImportCalls(officer);
    }

    @Test
    void addsChangesAndTakesAllOfItBack() throws Exception {
        String old = ImportCalls.code("5304");
        String fresh = ImportCalls.code("5304");
        calls.imported(ImportCalls.HEADER + old + ",甲公司,Alpha,REGULAR,2022-01-01\n");
        Reply done = calls.imported(ImportCalls.HEADER + old + ",乙公司,,ACE,2026-05-01\n" + fresh + ",丙公司,Gamma,,\n");
        assertThat(done.body().getInt("created")).isEqualTo(1);
        assertThat(done.body().getInt("updated")).isEqualTo(1);
        Rows.Row changed = Rows.one("select * from enterprise where customs_code = ?", old);
        assertThat(changed.text("name_zh")).isEqualTo("乙公司");
        assertThat(changed.text("name_en")).as("an empty cell changes nothing").isEqualTo("Alpha");
        assertThat(Rows.one("select * from enterprise_former_name where enterprise_id = ?", changed.id("id"))
                        .text("name_zh"))
                .isEqualTo("甲公司");
        Rows.Row grade = Rows.one("select * from enterprise_former_grade where enterprise_id = ?", changed.id("id"));
        assertThat(grade.text("grade") + grade.text("valid_to")).isEqualTo("REGULAR2026-04-30");

        Reply sameDay = calls.imported(ImportCalls.HEADER + old + ",乙公司,,REGULAR,2026-05-01\n");
        assertThat(sameDay.body().getInt("rejected"))
                .as("another grade from the same day")
                .isEqualTo(1);
        Reply again = calls.imported(ImportCalls.HEADER + old + ",乙公司,,ACE,2026-05-01\n");
        assertThat(again.body().getInt("unchanged")).isEqualTo(1);

        Reply back = calls.undone(done);
        assertThat(back.body().getString("status")).isEqualTo("UNDONE");
        assertThat(back.body().getInt("kept")).isZero();
        assertThat(ImportCalls.having(fresh)).isZero();
        Rows.Row restored = Rows.one("select * from enterprise where customs_code = ?", old);
        assertThat(restored.text("name_zh") + restored.text("grade") + restored.text("grade_since"))
                .isEqualTo("甲公司REGULAR2022-01-01");
        assertThat(Rows.all("select id from enterprise_former_name where enterprise_id = ?", restored.id("id")))
                .isEmpty();
        assertThat(Rows.all("select id from enterprise_former_grade where enterprise_id = ?", restored.id("id")))
                .isEmpty();
    }

    @Test
    void undoingKeepsWhatSomebodyChangedOrUsedSinceAndSaysSo() throws Exception {
        String changed = ImportCalls.code("5304");
        String used = ImportCalls.code("5304");
        String updated = ImportCalls.code("5304");
        String suspected = ImportCalls.code("5304");
        calls.imported(ImportCalls.HEADER + updated + ",旧名,,,\n");
        Reply done = calls.imported(ImportCalls.HEADER + changed + ",甲,,,\n" + used + ",乙,,,\n" + suspected + ",丙,,,\n"
                + updated + ",新名,,,\n");
        Rows.change(
                "insert into enterprise_duplicate (first_id, second_id, org_path, reason) select min(id), max(id),"
                        + " '0000.5300.5304.', 'NEAR' from enterprise where customs_code in (?, ?)",
                suspected,
                updated);
        Rows.change(
                "update enterprise set version = version + 1, tier = 'A' where customs_code in (?, ?)",
                changed,
                updated);
        Rows.change(
                "insert into enterprise_former_name (enterprise_id, unit_id, org_path, name_zh, valid_to) select id,"
                        + " unit_id, org_path, '曾用名', china_day() from enterprise where customs_code = ?",
                used);
        Reply back = calls.undone(done);
        assertThat(back.body().getInt("removed"))
                .as("to be suspected is no use")
                .isEqualTo(1);
        assertThat(back.body().getInt("restored")).isZero();
        assertThat(back.body().getInt("kept")).isEqualTo(3);
        assertThat(officer.get(ImportCalls.IMPORTS + "/" + done.id() + "/kept").body())
                .contains(changed, used, updated);
        assertThat(ImportCalls.having(changed) + ImportCalls.having(used)).isEqualTo(2);
        assertThat(Rows.one("select name_zh from enterprise where customs_code = ?", updated)
                        .text("name_zh"))
                .isEqualTo("新名");
        assertThat(ImportCalls.send(officer, "POST", done.id(), "/undo", "{}", back.etag())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void refusesRowsOneByOneWithTheReason() throws Exception {
        String good = ImportCalls.code("5304");
        Reply done = calls.imported(
                ImportCalls.HEADER + good + ",甲,,,\n" + good + ",甲,,,\n" + "5304,乙,,,\n" + ImportCalls.code("5316")
                        + ",大鹏,,,\n" + ImportCalls.code("5304") + ",,,,\n" + ImportCalls.code("5304") + ",丁,,ACE,\n");
        assertThat(done.body().getInt("created")).isEqualTo(1);
        assertThat(done.body().getInt("rejected")).isEqualTo(5);
        assertThat(calls.reasons(done).get(0)).startsWith("3 本文件前面已有");
        assertThat(calls.reasons(done).get(1)).startsWith("4 海关注册编码有误");
        assertThat(calls.reasons(done).get(2)).startsWith("5 关区 5316 不在");
        assertThat(calls.reasons(done).get(3)).startsWith("6 新增企业须有中文名称");
        assertThat(calls.reasons(done).get(4)).startsWith("7 信用等级和认定日期");
        HttpResponse<String> file = officer.get(ImportCalls.IMPORTS + "/" + done.id() + "/rejected/file");
        assertThat(file.body().lines().toList()).hasSize(6);
        assertThat(file.body()).contains("4,").contains("Wrong customs code").contains("海关注册编码有误");
    }

    /** A list taken out is taken in again, and files that say it otherwise are too. */
    @Test
    void readsTypesAndSizesInTheWordsOfTheListsInBothLanguages() throws Exception {
        StringBuilder file = new StringBuilder("customs_code,name_zh,business_types,size_class\n");
        for (String type :
                List.of("BONDED_ZONE", "综合保税区内企业", "In a comprehensive bonded zone", "综合保税区企业", "综合保税区企业、报关企业")) {
            file.append(ImportCalls.code("5304")).append(",甲,").append(type).append(",中型\n");
        }
        Reply done = calls.imported(file.toString());
        assertThat(calls.reasons(done)).isEmpty();
        assertThat(Rows.number(
                        "select count(*) from enterprise where import_id = ? and 'BONDED_ZONE' ="
                                + " any(business_types) and size_class = 'MEDIUM'",
                        done.id()))
                .isEqualTo(5);
    }

    @Test
    void previewTellsCodesInWordsOfTheReader() throws Exception {
        Reply received = ImportCalls.receive(
                officer,
                "customs_code,name_zh,business_types,grade,grade_since\n" + ImportCalls.code("5304")
                        + ",甲,\"CUSTOMS_BROKER,MANUFACTURER\",ACE,2026-03-01\n");
        JsonObject preview = Reply.of(officer.get(ImportCalls.IMPORTS + "/" + received.id() + "/preview"))
                .body();
        assertThat(preview.getJsonArray("rows")
                        .getJsonObject(0)
                        .getJsonArray("values")
                        .toString())
                .contains("报关企业, 生产企业")
                .contains("高级认证企业");
    }

    @Test
    void tellsNothingOfEnterprisesOutsideTheRange() throws Exception {
        String foreign = ImportCalls.code("5304");
        Rows.change(
                "insert into enterprise (name_zh, unit_id, org_path, customs_code, uscc) select '浦东机密企业', id, org_path,"
                        + " ?, '91350100M000100Y43' from unit where code = '2210'",
                foreign);
        for (String mode : List.of("CREATE", "UPDATE", "BOTH")) {
            Reply received = ImportCalls.receive(officer, "customs_code,uscc,name_zh\n" + foreign + ",,甲\n");
            Reply mapped = ImportCalls.send(
                    officer,
                    "PUT",
                    received.id(),
                    "/columns",
                    "{\"mode\":\"" + mode + "\",\"field\":[\"customs_code\",\"uscc\",\"name_zh\"]}",
                    received.etag());
            HttpResponse<String> preview = officer.get(ImportCalls.IMPORTS + "/" + received.id() + "/preview");
            Reply done = ImportCalls.ended(
                    officer, ImportCalls.start(officer, mapped).id());
            assertThat(done.body().getInt("rejected")).isEqualTo(1);
            String reason = mode.equals("UPDATE") ? "没有该企业" : "已在其他海关注册";
            assertThat(calls.reasons(done).get(0)).contains(reason);
            assertThat(preview.body()).contains(reason).doesNotContain("机密");
        }
        // A code filled in that somebody else has.
        String mine = ImportCalls.code("5304");
        calls.imported(ImportCalls.HEADER + mine + ",甲,,,\n");
        Reply received = ImportCalls.receive(officer, "customs_code,uscc\n" + mine + ",91350100M000100Y43\n");
        Reply mapped = ImportCalls.send(
                officer,
                "PUT",
                received.id(),
                "/columns",
                "{\"mode\":\"UPDATE\",\"field\":[\"customs_code\",\"uscc\"]}",
                received.etag());
        Reply filled =
                ImportCalls.ended(officer, ImportCalls.start(officer, mapped).id());
        assertThat(calls.reasons(filled).get(0)).contains("已在其他海关注册");
        Rows.change("delete from enterprise where customs_code = ?", foreign);
    }

    @Test
    void importsOfOtherHousesDoNotExistForAnOfficer() throws Exception {
        long id = ImportCalls.receive(officer, ImportCalls.HEADER + ImportCalls.code("5304") + ",甲,,,\n")
                .id();
        Caller pudong = Caller.signedIn("pudong.officer");
        for (String part : List.of("", "/preview", "/rejected", "/rejected/file")) {
            assertThat(pudong.get(ImportCalls.IMPORTS + "/" + id + part).statusCode())
                    .isEqualTo(404);
        }
        assertThat(pudong.get(ImportCalls.IMPORTS).body()).doesNotContain("\"id\":" + id + ",");
        assertThat(Caller.signedIn("gacc.auditor")
                        .get(ImportCalls.IMPORTS + "/" + id)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void previewSaysWhatWillHappenAndChangesNothing() throws Exception {
        String old = ImportCalls.code("5304");
        String fresh = ImportCalls.code("5304");
        calls.imported(ImportCalls.HEADER + old + ",甲公司,,,\n");
        Reply received =
                ImportCalls.receive(officer, ImportCalls.HEADER + old + ",乙公司,,,\n" + fresh + ",丙公司,,,\n" + "x,丁,,,\n");
        JsonObject preview = Reply.of(officer.get(ImportCalls.IMPORTS + "/" + received.id() + "/preview"))
                .body();
        assertThat(preview.getInt("created")).isEqualTo(1);
        assertThat(preview.getInt("updated")).isEqualTo(1);
        assertThat(preview.getInt("rejected")).isEqualTo(1);
        assertThat(preview.getJsonArray("errors").getJsonObject(0).getInt("line"))
                .isEqualTo(4);
        assertThat(ImportCalls.having(fresh)).isZero();
        assertThat(Rows.one("select name_zh from enterprise where customs_code = ?", old)
                        .text("name_zh"))
                .isEqualTo("甲公司");
    }

    @Test
    void refusesFilesAsAWholeAndKeepsNothing() throws Exception {
        long before = Rows.number("select count(*) from enterprise_import");
        assertThat(ImportCalls.receive(officer, "customs_code,name_zh\n5304000001,甲\n53040")
                        .field(0))
                .isEqualTo("file");
        assertThat(ImportCalls.receive(officer, "customs_code,name_zh\n").status())
                .isEqualTo(400);
        assertThat(ImportCalls.receive(officer, "test", new byte[] {'P', 'K', 3, 4, 0}, "text/csv")
                        .status())
                .isEqualTo(400);
        assertThat(ImportCalls.receive(Caller.signedIn("gacc.auditor"), ImportCalls.HEADER)
                        .status())
                .isEqualTo(403);
        assertThat(Rows.number("select count(*) from enterprise_import")).isEqualTo(before);
        Reply noCode = ImportCalls.receive(officer, "name_zh,b\n甲,1\n");
        assertThat(noCode.status()).isEqualTo(201);
        assertThat(ImportCalls.send(officer, "POST", noCode.id(), "/start", "{}", noCode.etag())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void remembersTheColumnsOfASourceAndReadsGb18030AndWorkbooks() throws Exception {
        String source = "s" + System.nanoTime();
        String code = ImportCalls.code("5304");
        byte[] gb = ("备案号;企业名称;备注\n" + code + ";甲公司;x\n").getBytes(Charset.forName("GB18030"));
        Reply first = ImportCalls.receive(officer, source, gb, "text/csv");
        assertThat(first.body().getString("charset")).isEqualTo("GB18030");
        assertThat(first.body().getJsonArray("fields").toString()).isEqualTo("[\"\",\"name_zh\",\"\"]");
        Reply mapped = ImportCalls.send(
                officer,
                "PUT",
                first.id(),
                "/columns",
                "{\"mode\":\"BOTH\",\"field\":[\"customs_code\",\"name_zh\",\"-\"]}",
                first.etag());
        assertThat(ImportCalls.ended(officer, ImportCalls.start(officer, mapped).id())
                        .body()
                        .getInt("created"))
                .isEqualTo(1);
        Reply second = ImportCalls.receive(officer, source, gb, "text/csv");
        assertThat(second.body().getJsonArray("fields").toString()).isEqualTo("[\"customs_code\",\"name_zh\",\"\"]");

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook(out, ImportCalls.code(("5304")));
        Reply sheets = ImportCalls.receive(
                officer,
                "xlsx",
                out.toByteArray(),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        Reply chosen = ImportCalls.send(officer, "PUT", sheets.id(), "/sheet", "{\"sheet\":\"B\"}", sheets.etag());
        Reply done =
                ImportCalls.ended(officer, ImportCalls.start(officer, chosen).id());
        assertThat(done.body().getInt("created")).isEqualTo(1);
        assertThat(calls.reasons(done).get(0)).contains("公式");
    }

    /** A file of a hundred megabytes is not to be sent again for want of a word. */
    @Test
    void takesAFileWhoseSourceIsLeftEmptyAndCallsItByItsName() throws Exception {
        String part = "--cut\r\nContent-Disposition: form-data; name=\"";
        String form =
                part + "file\"; filename=\"nanhai-2026.csv\"\r\nContent-Type: text/csv\r\n\r\n" + ImportCalls.HEADER
                        + ImportCalls.code("5304") + ",甲,,,\n\r\n" + part + "source\"\r\n\r\n \r\n--cut--\r\n";
        var answer = officer.send(
                "POST", "/desk/enterprises/imports/new", form, "Content-Type", "multipart/form-data; boundary=cut");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        String id = answer.headers().firstValue("Location").orElse("").replaceAll(".*/imports/([0-9]+)/.*", "$1");
        assertThat(Rows.one("select source from enterprise_import where id = ?", Long.parseLong(id))
                        .text("source"))
                .isEqualTo("nanhai-2026");
    }

    private static void workbook(ByteArrayOutputStream out, String code) throws IOException {
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet notes = workbook.newWorksheet("A");
            notes.value(0, 0, "note");
            notes.value(1, 0, "x");
            Worksheet sheet = workbook.newWorksheet("B");
            sheet.value(0, 0, "海关编码");
            sheet.value(0, 1, "企业名称");
            sheet.value(1, 0, code);
            sheet.value(1, 1, "甲");
            sheet.value(2, 0, ImportCalls.code("5304"));
            sheet.formula(2, 1, "\"乙\"");
        }
    }
}
