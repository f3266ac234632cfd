package org.aeoreach.training.trainer;

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

/** The pool of trainers: officers and people from outside, each for a unit and those below it. */
@RunAsClient
class TrainersIT implements ServerTest {
    private static final String HOME = "/desk/trainings/trainers";
    private static final String API = "/api/v1/training-trainers";

    private final Caller house = Caller.signedIn("shekou.officer");
    private final Caller district = Caller.signedIn("shenzhen.officer");
    private final Caller sister = Caller.signedIn("dapeng.officer");

    @AfterEach
    void forget() throws SQLException {
        Rows.change("delete from training_trainer_course where trainer_id in"
                + " (select id from training_trainer where qualification_zh like 'IT%')");
        Rows.change("delete from training_trainer where qualification_zh like 'IT%'");
    }

    private static Map<String, String> outsider(String name) throws SQLException {
        return new HashMap<>(Map.of(
                "name",
                name,
                "organisation",
                "测试大学",
                "qualificationZh",
                "IT供应链",
                "languages",
                "EN",
                "courses",
                Long.toString(Rows.number("select id from training_course where code = 'SECURITY'"))));
    }

    private static Map<String, String> officer(String login) {
        return new HashMap<>(Map.of(
                "accountId", Long.toString(Caller.account(login)), "qualificationZh", "IT认证", "languages", "ZH"));
    }

    private static String add(Caller who, Map<String, String> words) throws SQLException {
        HttpResponse<String> made = who.form(HOME + "/new", words);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        return HOME + "/" + Rows.number("select max(id) from training_trainer where qualification_zh like 'IT%'");
    }

    @Test
    void aPersonFromOutsideNeedsNameAndOrganisationAndWhatWasTypedStays() throws SQLException {
        Map<String, String> nobody = outsider("");
        HttpResponse<String> refused = house.form(HOME + "/new", nobody);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("请选择海关人员，或填写外部人员的姓名", "IT供应链</textarea>", "value=\"测试大学\"");
        Map<String, String> homeless = outsider("测试讲师");
        homeless.remove("organisation");
        assertThat(house.form(HOME + "/new", homeless).body()).contains("外部人员请填写供职机构", "value=\"测试讲师\"");
        Map<String, String> both = outsider("测试讲师");
        both.put("accountId", Long.toString(Caller.account("shekou.officer")));
        assertThat(house.form(HOME + "/new", both).body()).contains("请清空姓名和供职机构");
    }

    @Test
    void anOfficerGoesByHisAccountAndIsThereOnce() throws SQLException {
        String page = add(house, officer("shekou.officer"));
        assertThat(house.get(page).body()).contains("梁晓川", "海关").doesNotContain("name=\"name\"");
        HttpResponse<String> again = house.form(HOME + "/new", officer("shekou.officer"));
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("这名海关人员已在师资中");
        HttpResponse<String> foreign = house.form(HOME + "/new", officer("dapeng.officer"));
        assertThat(foreign.statusCode()).isEqualTo(400);
        assertThat(foreign.body()).contains("请从列表中选择本关或下级海关在职的人员");
    }

    @Test
    void aUnitBelowMayPlanWithHimAndASisterDoesNotKnowHim() throws SQLException {
        String ofDistrict = add(district, outsider("关区讲师"));
        assertThat(house.get(ofDistrict).body())
                .contains("关区讲师", "测试大学", "贸易安全实务")
                .doesNotContain("name=\"name\"");
        assertThat(house.get(HOME).body()).contains("关区讲师");
        Map<String, String> mine = outsider("改名");
        mine.put("version", "0");
        assertThat(house.form(ofDistrict, mine).statusCode()).isEqualTo(404);
        String ofHouse = add(house, outsider("蛇口讲师"));
        assertThat(district.get(ofHouse).body()).contains("蛇口讲师");
        assertThat(sister.get(ofHouse).statusCode()).isEqualTo(404);
        assertThat(sister.get(HOME).body()).contains("关区讲师").doesNotContain("蛇口讲师");
    }

    @Test
    void hisTimeEndsAndHeIsListedOnlyWhenAskedFor() throws SQLException {
        String page = add(house, outsider("到期讲师"));
        Map<String, String> ended = outsider("到期讲师");
        ended.putAll(Map.of("version", "0", "teachesUntil", "2026-01-31"));
        assertThat(house.form(page, ended).statusCode()).isEqualTo(303);
        assertThat(house.get(page).body()).contains("不再安排新的场次", "value=\"2026-01-31\"");
        assertThat(house.get(HOME + "?from=OUTSIDE").body()).doesNotContain("到期讲师");
        assertThat(house.get(HOME + "?over=true").body()).contains("到期讲师");
        Map<String, String> late = outsider("到期讲师");
        late.putAll(Map.of("version", "0", "teachesUntil", "2027-01-31"));
        assertThat(house.form(page, late).statusCode()).isEqualTo(409);
    }

    @Test
    void heCannotBecomeSomebodyElseAndKeepsARetiredCourseUntilItIsTakenAway() throws SQLException {
        String page = add(house, officer("shekou.officer"));
        Map<String, String> another = officer("shekou.coordinator");
        another.put("version", "0");
        assertThat(house.form(page, another).body()).contains("不能改成另一个人");
        Map<String, String> mine = officer("shekou.officer");
        long retired = Rows.number("insert into training_course (unit_id, org_path, code, title_zh, audience, minutes,"
                + " languages, status) select id, org_path, 'IT-GONE', '停开课程', '{ALL}', 60, '{ZH}', 'RETIRED' from unit"
                + " where code = '5304' returning id");
        try {
            mine.putAll(Map.of("version", "0", "courses", Long.toString(retired)));
            assertThat(house.form(page, mine).statusCode()).isEqualTo(303);
            assertThat(house.get(page).body()).contains("停开课程</a>", "value=\"" + retired + "\" checked");
            mine.remove("courses");
            mine.put("version", "1");
            house.form(page, mine);
            assertThat(house.get(page).body()).contains("尚未登记").doesNotContain("停开课程</a>");
        } finally {
            Rows.change("delete from training_trainer_course where course_id = ?", retired);
            Rows.change("delete from training_course where id = ?", retired);
        }
    }

    @Test
    void theListIsFilteredByLanguageCourseAndWhereHeComesFrom() throws SQLException {
        add(house, outsider("外语讲师"));
        add(house, officer("shekou.officer"));
        assertThat(house.get(HOME + "?languages=EN&from=OUTSIDE&course=security")
                        .body())
                .contains("外语讲师");
        assertThat(house.get(HOME + "?languages=RU").body()).doesNotContain("外语讲师");
        assertThat(house.get(HOME + "?from=OFFICER").body()).contains("梁晓川").doesNotContain("外语讲师");
        assertThat(house.get(HOME + "/export?format=csv&from=OUTSIDE").body()).contains("外语讲师,测试大学,IT供应链,英语,1");
    }

    @Test
    void overRestOneIsAddedChangedAndAskedHowMuchHeTeaches() throws SQLException {
        String words =
                "{\"name\":\"接口讲师\",\"organisation\":\"测试大学\",\"qualificationZh\":\"IT接口\",\"languages\":[\"ZH\"]}";
        HttpResponse<String> made = house.json("POST", API, words);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String one = made.headers().firstValue("Location").orElseThrow().replaceAll("https?://[^/]+", "");
        String changed = words.replace("[\"ZH\"]", "[\"ZH\",\"EN\"],\"teachesUntil\":\"2027-06-30\"");
        assertThat(house.json("PUT", one, changed).statusCode()).isEqualTo(428);
        assertThat(house.json("PUT", one, changed, "If-Match", "\"v0\"").body())
                .contains("\"languages\":[\"ZH\",\"EN\"]", "\"teachesUntil\":\"2027-06-30\"", "\"over\":false");
        assertThat(house.json("PUT", one, changed, "If-Match", "\"v0\"").statusCode())
                .isEqualTo(412);
        assertThat(house.get(one + "/load").body()).contains("\"held\":0");
        assertThat(house.get(API + "?limit=1").body()).contains("\"next\":");
        assertThat(sister.get(one).statusCode()).isEqualTo(404);
        assertThat(Rows.number(
                        "select count(*) from audit_entry where action = 'training.trainer-change' and record_id = ?",
                        one.substring(one.lastIndexOf('/') + 1)))
                .isEqualTo(1);
    }
}
