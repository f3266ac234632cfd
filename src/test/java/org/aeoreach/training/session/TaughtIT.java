package org.aeoreach.training.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a session teaches and who teaches it. */
@RunAsClient
class TaughtIT implements ServerTest {

    private final Caller house = Caller.signedIn("shekou.officer");
    private final Caller elsewhere = Caller.signedIn("pudong.officer");
    private final Caller anybody = Caller.anonymous();

    @AfterEach
    void forget() throws SQLException {
        Plans.forget();
        Rows.change("delete from training_trainer where qualification_zh = 'IT-授课'");
    }

    private static long trainer(String name, String unit, String until) throws SQLException {
        return Rows.number(
                "insert into training_trainer (unit_id, org_path, name_zh, organisation, qualification_zh, languages, until)"
                        + " select id, org_path, ?, '测试大学', 'IT-授课', '{ZH}', nullif(?, '')::date from unit"
                        + " where code = ? returning id",
                name,
                until,
                unit);
    }

    private static String course(String code) throws SQLException {
        return Rows.one("select id from training_course where code = ? and org_path = '0000.'", code)
                .text("id");
    }

    @Test
    void everybodyReadsWhatIsTaughtAndByWhomOnceItIsOut() throws SQLException {
        long trainer = trainer("授课老师", "5304", "");
        long id = Plans.planned(house, "course", course("SECURITY"), "trainers", Long.toString(trainer));
        assertThat(Plans.page(house, id)).contains("贸易安全实务", "授课老师", "测试大学");
        assertThat(house.get(Plans.HOME + "?course=SECURITY&columns=title&columns=teachers")
                        .body())
                .contains(Plans.TITLE, "授课老师");
        assertThat(house.get(Plans.HOME + "?trainer=%E6%8E%88%E8%AF%BE").body()).contains(Plans.TITLE);
        assertThat(house.get(Plans.HOME + "?trainer=%E6%97%A0%E4%BA%BA").body()).doesNotContain(Plans.TITLE);
        assertThat(house.get(Plans.HOME + "/trainers/" + trainer).body())
                .contains(Plans.HOME + "?trainer=%E6%8E%88%E8%AF%BE%E8%80%81%E5%B8%88");
        assertThat(house.get(Plans.HOME + "?course=AEO-CODE").body()).doesNotContain(Plans.TITLE);
        Plans.publish(house, id);
        assertThat(Plans.page(elsewhere, id)).as("of another unit's pool").contains("授课老师");
        assertThat(anybody.get("/portal/trainings/" + id).body()).contains("贸易安全实务", "授课老师");
        assertThat(anybody.get("/portal/trainings?course=贸易安全").body()).contains(Plans.TITLE);
        assertThat(anybody.get("/api/v1/portal/trainings/" + id).body())
                .contains("\"courseZh\":\"贸易安全实务\"", "\"name\":\"授课老师\"");
    }

    @Test
    void aSessionWithoutATitleIsCalledLikeItsCourseAndOneWithoutBothIsRefused() throws SQLException {
        long id = Plans.planned(house, "titleZh", "", "course", course("SECURITY"));
        try {
            assertThat(Rows.one("select title_zh, title_en from training_session where id = ?", id)
                            .columns()
                            .values())
                    .containsExactly("贸易安全实务", "Trade security in practice");
            assertThat(house.form(Plans.HOME + "/new", Plans.facts("titleZh", ""))
                            .body())
                    .contains("id=\"titleZh-error\"");
            assertThat(house.form(Plans.HOME + "/new", Plans.facts("course", "999999999"))
                            .body())
                    .contains("id=\"course-error\"");
        } finally {
            Rows.change("update training_session set title_zh = 'IT-' where id = ?", id);
        }
    }

    @Test
    void whoseTimeIsOverByThenDoesNotTeach() throws SQLException {
        String over = Long.toString(trainer("到期老师", "5304", "2099-03-01"));
        HttpResponse<String> refused = house.form(Plans.HOME + "/new", Plans.facts("trainers", over));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("到期老师的任教期限至2099-03-01", "value=\"" + Plans.TITLE + "\"", "value=\"" + over + "\" checked");
        assertThat(Plans.planned(house, "trainers", over, "startDay", "2099-03-01"))
                .isPositive();
        String foreign = Long.toString(trainer("外关老师", "2210", ""));
        assertThat(house.form(Plans.HOME + "/new", Plans.facts("trainers", foreign))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aTrainersLoadIsWhatHeTaughtAndWillTeach() throws SQLException {
        long trainer = trainer("忙碌老师", "5304", "");
        String load = "/api/v1/training-trainers/" + trainer + "/load";
        assertThat(house.get(load).body()).contains("\"held\":0", "\"coming\":0");
        String[] teaches = {"trainers", Long.toString(trainer)};
        long held = Plans.planned(house, teaches);
        long old = Plans.planned(house, teaches);
        long off = Plans.published(house, teaches);
        Plans.planned(house, teaches);
        past(held, "10 days", "90 minutes");
        past(old, "13 months", "90 minutes");
        house.form(Plans.HOME + "/" + off + "/cancellation", Map.of("version", Plans.version(off), "reason", "IT"));
        assertThat(house.get(load).body())
                .contains("\"held\":1", "\"coming\":1", "\"minutes\":90", "\"ratings\":0")
                .doesNotContain("\"rating\":0");
        assertThat(house.get("/desk/trainings/trainers/" + trainer).body()).contains("1场，共90分钟");
    }

    private static void past(long id, String before, String length) throws SQLException {
        Rows.change(
                "update training_session set status = 'HELD', starts_at = now() - ?::interval,"
                        + " ends_at = now() - ?::interval + ?::interval where id = ?",
                before,
                before,
                length,
                id);
    }

    @Test
    void overRestItIsPlannedWithCourseRoomAndTrainers() throws SQLException {
        long trainer = trainer("接口老师", "5304", "");
        String json = "{\"kind\":\"CLASS\",\"course\":" + course("SECURITY") + ",\"titleZh\":\"IT-接口\","
                + "\"startsAt\":\"2099-03-02T09:00:00\",\"endsAt\":\"2099-03-02T11:00:00\",\"zone\":\"Asia/Shanghai\","
                + "\"trainers\":[" + trainer + "],\"taughtIn\":\"ZH\",\"audience\":[\"SME\"],\"quotas\":[],"
                + "\"priorityUnreached\":false,\"approving\":false,\"acceptHours\":0}";
        HttpResponse<String> made = house.json("POST", "/api/v1/trainings", json);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.body())
                .contains("\"code\":\"SECURITY\"", "\"name\":\"接口老师\"", "\"audience\":[\"SME\"]", "\"template\":false");
    }
}
