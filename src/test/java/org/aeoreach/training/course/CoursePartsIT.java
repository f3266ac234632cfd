package org.aeoreach.training.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Materials and check questions of a course. */
@RunAsClient
class CoursePartsIT implements ServerTest {
    private static final String PDF = "%PDF-1.7 material ";

    private final Caller house = Caller.signedIn("shekou.officer");
    private final Caller sister = Caller.signedIn("dapeng.officer");
    private final Caller enterprise = Caller.signedIn("electronics.user");

    private long course;
    private String page = "";
    private String api = "";

    @BeforeEach
    void write() throws SQLException {
        course = Rows.number(
                "insert into training_course (unit_id, org_path, code, title_zh, audience, minutes, languages)"
                        + " select id, org_path, 'PARTS-IT', '材料课程', '{ALL}', 60, '{ZH}' from unit where code = '5304'"
                        + " returning id");
        page = "/desk/trainings/courses/" + course;
        api = "/api/v1/training-courses/" + course;
    }

    @AfterEach
    void forget() throws SQLException {
        Rows.change(
                "with gone as (delete from training_course_file where course_id = ? returning file_id) delete from"
                        + " stored_file where id in (select file_id from gone)",
                course);
        Rows.change("delete from training_check_question where course_id = ?", course);
        Rows.change("delete from training_course where id = ?", course);
    }

    private static String field(String name, String value) {
        return "--cut\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private HttpResponse<String> bring(String title, String file, String content) {
        String body = field("stage", "AFTER")
                + field("materialZh", title)
                + "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--cut--\r\n";
        return house.send("POST", page + "/materials", body, "Content-Type", "multipart/form-data; boundary=cut");
    }

    private long file() throws SQLException {
        return Rows.number("select min(file_id) from training_course_file where course_id = ?", course);
    }

    @Test
    void aMaterialIsListedWithWhenItIsGivenAndIsThereToBeTaken() throws SQLException {
        assertThat(bring("练习册", "练习.pdf", PDF).statusCode()).isEqualTo(303);
        assertThat(house.get(page).body()).contains("练习册", "练习.pdf", "培训后");
        assertThat(house.get("/files/" + file()).body()).isEqualTo(PDF);
        assertThat(house.get(api + "/materials").body()).contains("\"stage\":\"AFTER\"", "\"titleZh\":\"练习册\"");
    }

    @Test
    void aFileOfAnotherTypeOrWithoutNameIsRefusedAndWhatWasTypedStays() throws SQLException {
        HttpResponse<String> refused = bring("程序", "a.pdf", "MZ no document");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("value=\"程序\"", "id=\"file-error\"", "PDF, DOCX, XLSX, PNG, JPEG");
        HttpResponse<String> nameless = bring("", "a.pdf", PDF);
        assertThat(nameless.statusCode()).isEqualTo(400);
        assertThat(nameless.body()).contains("id=\"materialZh-error\"");
        assertThat(Rows.number("select count(*) from training_course_file where course_id = ?", course))
                .isZero();
    }

    @Test
    void theSameFileIsTakenOnceAndCanBeTakenAway() throws SQLException {
        bring("练习册", "a.pdf", PDF);
        assertThat(bring("又一份", "b.pdf", PDF).body()).contains("这个文件已经在本课程的材料中");
        long material = Rows.number("select id from training_course_file where course_id = ?", course);
        assertThat(sister.form(page + "/materials/" + material + "/removal", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(house.form(page + "/materials/" + material + "/removal", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(house.get(page).body()).contains("还没有材料").doesNotContain("练习册");
        assertThat(house.form(page + "/materials/" + material + "/removal", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void materialsOfOpenCourseAreForOfficersEverywhereAndForNobodyElse() throws SQLException {
        bring("练习册", "a.pdf", PDF);
        String file = "/files/" + file();
        assertThat(sister.get(file).statusCode()).isEqualTo(404);
        house.form(page + "/opening", Map.of("version", "0"));
        assertThat(sister.get(file).body()).isEqualTo(PDF);
        assertThat(sister.get(page).body()).contains("练习册").doesNotContain("/removal\"");
        assertThat(enterprise.get(file).statusCode()).isEqualTo(404);
    }

    @Test
    void overRestAMaterialIsBroughtAndRemoved() {
        HttpResponse<String> made = house.send(
                "POST", api + "/materials?name=b.pdf&stage=BEFORE&title=x", PDF, "Content-Type", "application/pdf");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String id = made.body().replaceAll(".*\"id\":([0-9]+).*", "$1");
        assertThat(house.send("POST", api + "/materials?stage=NEVER", PDF, "Content-Type", "application/pdf")
                        .statusCode())
                .isEqualTo(400);
        assertThat(house.send("DELETE", api + "/materials/" + id, null).statusCode())
                .isEqualTo(204);
        assertThat(house.get(api + "/materials").body()).isEqualTo("[]");
    }

    private static Map<String, String> words(String text) {
        return new HashMap<>(Map.of("textZh", text, "optionsZh", "对\n错", "rightOption", "2"));
    }

    private long question() throws SQLException {
        return Rows.number("select id from training_check_question where course_id = ? and ended_at is null", course);
    }

    @Test
    void aQuestionThatDoesNotFitTogetherIsRefusedWithWhatWasTyped() throws SQLException {
        Map<String, String> wrong = words("一年有几个季度？");
        wrong.putAll(Map.of("textEn", "How many quarters?", "optionsEn", "only one", "rightOption", "3"));
        HttpResponse<String> refused = house.form(page + "/questions/new", wrong);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("中文有2个选项，英文有1个", "只有2个选项")
                .contains("一年有几个季度？</textarea>", "only one</textarea>");
        wrong = words("题");
        wrong.put("optionsZh", "甲\n甲");
        assertThat(house.form(page + "/questions/new", wrong).body()).contains("有两个选项完全相同");
        wrong.put("optionsZh", "甲");
        assertThat(house.form(page + "/questions/new", wrong).body()).contains("请填写2至8个选项");
        wrong = words("题");
        wrong.put("optionsEn", "Yes\nNo");
        assertThat(house.form(page + "/questions/new", wrong).body()).contains("请同时填写英文题目");
        assertThat(Rows.number("select count(*) from training_check_question where course_id = ?", course))
                .isZero();
    }

    @Test
    void anotherWordingIsAnotherEditionSoThatAnswersStayComparable() throws SQLException {
        assertThat(house.form(page + "/questions/new", words("原来的问法")).statusCode())
                .isEqualTo(303);
        long first = question();
        assertThat(house.form(page + "/questions/" + first, words("新的问法")).statusCode())
                .isEqualTo(303);
        assertThat(Rows.one("select number, edition, text_zh from training_check_question where id = ?", question())
                        .toString())
                .contains("1", "2", "新的问法");
        assertThat(Rows.one("select text_zh from training_check_question where id = ?", first)
                        .text("text_zh"))
                .isEqualTo("原来的问法");
        assertThat(house.get(page).body()).contains("新的问法", "第2版").doesNotContain("原来的问法");
        assertThat(house.get(api + "/questions/" + first).body()).contains("原来的问法", "\"edition\":1");
        assertThat(house.json(
                                "PUT",
                                api + "/questions/" + first,
                                "{\"textZh\":\"迟到\",\"optionsZh\":\"对\\n错\",\"rightOption\":1}")
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void aQuestionIsAskedNoMoreAndItsNumberIsNotGivenAgain() throws SQLException {
        house.form(page + "/questions/new", words("第一题"));
        assertThat(house.form(page + "/questions/" + question() + "/ending", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(house.get(page).body()).doesNotContain("第一题");
        house.form(page + "/questions/new", words("第二题"));
        assertThat(house.get(api + "/questions").body())
                .contains("\"number\":2")
                .doesNotContain("\"number\":1,");
    }

    @Test
    void rightAnswersAreForOfficersAndChangesForTheUnit() throws SQLException {
        house.form(page + "/questions/new", words("保密题"));
        assertThat(sister.get(api + "/questions").statusCode()).isEqualTo(404);
        house.form(page + "/opening", Map.of("version", "0"));
        assertThat(sister.get(api + "/questions").body()).contains("保密题", "\"rightOption\":1");
        assertThat(sister.form(page + "/questions/" + question(), words("改")).statusCode())
                .isEqualTo(404);
        assertThat(enterprise.get(api + "/questions").statusCode()).isEqualTo(403);
        assertThat(Rows.number(
                        "select count(*) from audit_entry where action = 'training.question-add' and record_id = ?",
                        Long.toString(course)))
                .isEqualTo(1);
    }
}
