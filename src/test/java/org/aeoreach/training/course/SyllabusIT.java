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
import org.junit.jupiter.api.Test;

/** Courses: written, opened for all, retired. */
@RunAsClient
class SyllabusIT implements ServerTest {
    private static final String HOME = "/desk/trainings/courses";
    private static final String API = "/api/v1/training-courses";

    private final Caller house = Caller.signedIn("shekou.officer");
    private final Caller district = Caller.signedIn("shenzhen.officer");
    private final Caller sister = Caller.signedIn("dapeng.officer");

    @AfterEach
    void forget() throws SQLException {
        String mine = " (select id from training_course where code like 'IT-%')";
        for (String table : new String[] {"training_course_document", "training_trainer_course"}) {
            Rows.change("delete from " + table + " where course_id in" + mine);
        }
        Rows.change("delete from training_course where code like 'IT-%'");
    }

    private static Map<String, String> words(String code) {
        return new HashMap<>(Map.of(
                "code",
                code,
                "titleZh",
                "测试课程" + code,
                "titleEn",
                "Course " + code,
                "audience",
                "SME",
                "minutes",
                "75",
                "languages",
                "EN",
                "documents",
                "guide-small-enterprises"));
    }

    private static String add(Caller who, String code) throws SQLException {
        HttpResponse<String> made = who.form(HOME + "/new", words(code));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        return HOME + "/" + Rows.number("select id from training_course where code = ?", code);
    }

    private static long actions(String action, String page) throws SQLException {
        return Rows.number(
                "select count(*) from audit_entry where action = ? and record_id = ?",
                action,
                page.substring(page.lastIndexOf('/') + 1));
    }

    @Test
    void theSyllabusIsThereForEveryUnitAndLinkedToTheLibrary() throws SQLException {
        long system = Rows.number("select id from training_course where code = 'AEO-SYSTEM'");
        String page = house.get(HOME + "/" + system).body();
        assertThat(page)
                .contains("AEO制度概论", "/portal/library/documents/syllabus-aeo-system")
                .contains("海关总署管理，您可以查看和选用")
                .doesNotContain("/text\"");
        assertThat(house.get(HOME).body()).contains("认证人员专业课程", "跨境电商企业培育");
        assertThat(house.form(HOME + "/" + system + "/retirement", Map.of("version", "0"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndWhatWasTypedStays() {
        Map<String, String> wrong = words("it kurs");
        wrong.put("documents", "guide-small-enterprises keine-solche");
        HttpResponse<String> refused = house.form(HOME + "/new", wrong);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("课程编号由2至30个大写字母、数字和连字符组成", "资料库中没有keine-solche")
                .contains("value=\"测试课程it kurs\"", "value=\"75\"", "keine-solche</textarea>");
        wrong = words("IT-A");
        wrong.remove("audience");
        wrong.put("minutes", "2");
        HttpResponse<String> again = house.form(HOME + "/new", wrong);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("id=\"audience-error\"", "id=\"minutes-error\"", "value=\"IT-A\"");
    }

    @Test
    void aCodeIsTakenOnlyInItsUnit() throws SQLException {
        add(house, "IT-SAME");
        HttpResponse<String> refused = house.form(HOME + "/new", words("IT-SAME"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("已有课程使用这个编号");
        assertThat(sister.form(HOME + "/new", words("IT-SAME")).statusCode()).isEqualTo(303);
    }

    @Test
    void aDraftIsSeenByItsUnitAndThoseAboveUntilItIsOpen() throws SQLException {
        String page = add(house, "IT-DRAFT");
        assertThat(district.get(page).body()).contains("测试课程IT-DRAFT", "草稿");
        assertThat(sister.get(page).statusCode()).isEqualTo(404);
        assertThat(sister.get(HOME + "?q=IT-DRAFT").body()).doesNotContain("测试课程IT-DRAFT");
        assertThat(house.form(page + "/opening", Map.of("version", "0")).statusCode())
                .isEqualTo(303);
        assertThat(sister.get(page).body()).contains("测试课程IT-DRAFT").doesNotContain(page + "/retirement");
        assertThat(sister.get(HOME + "?q=IT-DRAFT").body()).contains("测试课程IT-DRAFT");
        assertThat(sister.get(page + "/text").statusCode()).isEqualTo(404);
        assertThat(sister.form(page + "/retirement", Map.of("version", "1")).statusCode())
                .isEqualTo(404);
        assertThat(actions("training.course-open", page)).isEqualTo(1);
    }

    @Test
    void oneThatIsRetiredIsListedWhenAskedForAndComesBack() throws SQLException {
        String page = add(house, "IT-OLD");
        assertThat(house.form(page + "/retirement", Map.of("version", "0")).body())
                .contains("只有开设中的课程可以停开");
        house.form(page + "/opening", Map.of("version", "0"));
        assertThat(house.form(page + "/opening", Map.of("version", "1")).statusCode())
                .isEqualTo(409);
        assertThat(house.form(page + "/retirement", Map.of("version", "1")).statusCode())
                .isEqualTo(303);
        assertThat(house.get(HOME + "?q=IT-OLD").body()).doesNotContain("测试课程IT-OLD");
        assertThat(house.get(HOME + "?q=IT-OLD&retired=true").body()).contains("测试课程IT-OLD");
        assertThat(house.form(page + "/opening", Map.of("version", "2")).statusCode())
                .isEqualTo(303);
        assertThat(house.get(HOME + "?q=IT-OLD").body()).contains("测试课程IT-OLD");
    }

    @Test
    void whatAColleagueChangedMeanwhileIsShownBesideOnesOwn() throws SQLException {
        String page = add(house, "IT-BOTH");
        Map<String, String> theirs = words("IT-BOTH");
        theirs.putAll(Map.of("version", "0", "minutes", "90"));
        assertThat(house.form(page + "/text", theirs).statusCode()).isEqualTo(303);
        Map<String, String> mine = words("IT-BOTH");
        mine.putAll(Map.of("version", "0", "was.minutes", "75", "minutes", "45"));
        HttpResponse<String> refused = district.form(page + "/text", mine);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("90").contains("45");
        assertThat(Rows.number("select minutes from training_course where code = 'IT-BOTH'"))
                .isEqualTo(90);
        assertThat(actions("training.course-change", page)).isEqualTo(1);
    }

    @Test
    void theListIsFilteredByWhomAndInWhichLanguageAndGoesIntoFile() throws SQLException {
        add(house, "IT-LIST");
        String found = HOME + "?q=IT-LIST";
        assertThat(house.get(found + "&audience=SME&languages=EN").body()).contains("测试课程IT-LIST");
        assertThat(house.get(found + "&audience=AEO").body()).doesNotContain("测试课程IT-LIST");
        assertThat(house.get(found + "&languages=FR").body()).doesNotContain("测试课程IT-LIST");
        assertThat(house.get(HOME + "/export?format=csv&q=IT-LIST").body()).contains("测试课程IT-LIST,IT-LIST,中小微企业,75,英语");
    }

    @Test
    void overRestOneIsAddedChangedOpenedAndRetired() {
        String course = "{\"code\":\"IT-REST\",\"titleZh\":\"接口课程\",\"audience\":[\"AEO\"],\"minutes\":30,"
                + "\"languages\":[\"ZH\",\"EN\"],\"documents\":\"guide-code-on-export, guide-code-on-import\"}";
        HttpResponse<String> made = house.json("POST", API, course);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String one = made.headers().firstValue("Location").orElseThrow().replaceAll("https?://[^/]+", "");
        assertThat(made.body()).contains("\"documents\":[\"guide-code-on-export\",\"guide-code-on-import\"]");
        String changed = course.replace("30", "40");
        assertThat(house.json("PUT", one, changed).statusCode()).isEqualTo(428);
        assertThat(house.json("PUT", one, changed, "If-Match", "\"v0\"").body()).contains("\"minutes\":40");
        assertThat(house.json("PUT", one, changed, "If-Match", "\"v0\"").statusCode())
                .isEqualTo(412);
        assertThat(house.json("PUT", one, changed.replace("AEO", "NOBODY"), "If-Match", "\"v1\"")
                        .statusCode())
                .isEqualTo(400);
        assertThat(house.send("POST", one + "/opening", null, "If-Match", "\"v1\"")
                        .body())
                .contains("\"status\":\"OPEN\"");
        assertThat(sister.get(one).body()).contains("接口课程", "\"own\":false");
        assertThat(house.send("POST", one + "/retirement", null, "If-Match", "\"v2\"")
                        .body())
                .contains("\"status\":\"RETIRED\"");
        assertThat(house.get(API + "?limit=9").body()).contains("AEO-SYSTEM", "\"next\":");
    }

    @Test
    void everyPageReadsInEnglish() throws SQLException {
        String page = add(house, "IT-EN");
        Rows.change("update account set language = 'en' where login = 'shekou.officer'");
        try {
            Caller english = Caller.signedIn("shekou.officer");
            assertThat(english.get(page).body())
                    .contains("Course IT-EN", "Small, medium and micro enterprises", "75 minutes");
            assertThat(english.get(HOME + "/new").body())
                    .contains("Length in minutes")
                    .doesNotContain("[training.");
        } finally {
            Rows.change("update account set language = 'zh' where login = 'shekou.officer'");
        }
    }
}
