package org.aeoreach.training.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.training.Blocking;
import org.aeoreach.training.session.Plans;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is asked of who registers, from the desk to the portal and back into the list. */
@RunAsClient
class FieldsIT implements ServerTest {

    private final Caller house = Caller.signedIn("shekou.officer");
    private final Caller user = Caller.signedIn("electronics.user");
    private final Caller anybody = Caller.anonymous();

    @AfterEach
    void forget() throws SQLException {
        Plans.forget();
    }

    private long asked(long session, String... more) throws SQLException {
        Map<String, String> facts = new TreeMap<>(Map.of("questionZh", "是否用餐", "answerKind", "YES_NO"));
        for (int i = 0; i < more.length; i += 2) {
            facts.put(more[i], more[i + 1]);
        }
        HttpResponse<String> made = house.form(Plans.HOME + "/" + session + "/fields/new", facts);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        return Rows.number("select max(id) from training_session_field where session_id = ?", session);
    }

    private static Map<String, String> person(String name, Object... answers) {
        Map<String, String> person = new TreeMap<>(Map.of("name", name, "mail", mail(name), "language", "ZH"));
        for (int i = 0; i < answers.length; i += 2) {
            person.put("answers." + answers[i], answers[i + 1].toString());
        }
        return person;
    }

    private static String mail(String name) {
        return "p" + Integer.toHexString(name.hashCode()) + "@it.training.test";
    }

    private HttpResponse<String> registers(long session, Map<String, String> person) {
        return user.form("/portal/my/trainings/sessions/" + session, person);
    }

    private static String answers(String name) throws SQLException {
        return Rows.one("select answers::text as given from training_registration where name = ?", name)
                .text("given");
    }

    @Test
    void aQuestionThatHangsOnAnotherIsNeededOnlyWhereThatOneIsAnsweredSo() throws SQLException {
        long id = Plans.planned(house);
        long lunch = asked(id, "needed", "true");
        long diet =
                asked(id, "questionZh", "用餐禁忌", "answerKind", "TEXT", "needed", "true", "shownWhen", lunch + "=YES");
        Plans.publish(house, id);
        String page = user.get("/portal/trainings/" + id).body();
        assertThat(page)
                .contains(
                        "仅当“是否用餐”选择“是”时填写",
                        "data-when=\"answers." + lunch + "\" data-when-value=\"YES\"",
                        "/assets/app/fields.js");
        HttpResponse<String> missing = registers(id, person("缺答", lunch, "YES"));
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(missing.body())
                .contains("请填写“用餐禁忌”", "id=\"answers." + diet + "-error\"", "value=\"YES\" selected", "value=\"缺答\"");
        assertThat(registers(id, person("无人")).body()).contains("请填写“是否用餐”");
        assertThat(registers(id, person("不用", lunch, "NO", diet, "花生")).statusCode())
                .isEqualTo(303);
        assertThat(answers("不用")).isEqualTo("{\"" + lunch + "\": \"NO\"}");
        assertThat(registers(id, person("用餐", lunch, "YES", diet, "花生")).statusCode())
                .isEqualTo(303);
        assertThat(answers("用餐")).contains("\"" + diet + "\": \"花生\"");
    }

    @Test
    void answersStandOnTheRegistrationInTheExportAndOverRest() throws SQLException {
        long id = Plans.planned(house);
        long model = asked(id, "questionZh", "经营模式", "answerKind", "CHOICE", "choiceZh", "一般贸易\n跨境电商");
        Plans.publish(house, id);
        registers(id, person("答者", model, "1"));
        long registration = Rows.number("select id from training_registration where name = '答者'");
        assertThat(house.get(Plans.HOME + "/registrations/" + registration).body())
                .contains("<dt>经营模式</dt><dd class=\"wrap\">跨境电商</dd>");
        assertThat(user.get("/portal/my/trainings/" + registration).body()).contains("跨境电商");
        assertThat(house.get(Plans.HOME + "/registrations/export?format=csv&session=" + id
                                + "&columns=name&columns=answers")
                        .body())
                .contains("经营模式：跨境电商");
        assertThat(house.get("/api/v1/training-registrations/" + registration).body())
                .contains("\"labelZh\":\"经营模式\"", "\"value\":\"1\"", "\"choiceZh\":\"跨境电商\"");
        HttpResponse<String> made = user.json(
                "POST",
                "/api/v1/portal/trainings/" + id + "/registrations",
                "{\"name\":\"接口\",\"mail\":\"api@it.training.test\",\"language\":\"ZH\",\"answers\":{\"" + model
                        + "\":\"7\"}}");
        assertThat(made.statusCode()).isEqualTo(400);
        assertThat(made.body()).contains("\"field\":\"answers." + model + "\"");
    }

    /** As it is when somebody waits for his seat while the question is worded anew. */
    @Test
    void anAnswerToWhatIsAskedOtherwiseByNowStandsAsItWasTyped() throws SQLException {
        long id = Plans.planned(house);
        long diet = asked(id, "questionZh", "用餐禁忌", "answerKind", "TEXT");
        Plans.publish(house, id);
        registers(id, person("先答", diet, "花生"));
        Rows.change(
                "update training_session_field set kind = 'CHOICE', choices = '[{\"zh\": \"素食\"}]' where id = ?", diet);
        assertThat(house.get(Plans.HOME + "/registrations?session=" + id + "&columns=name&columns=answers")
                        .body())
                .contains("用餐禁忌：花生");
        long registration = Rows.number("select id from training_registration where name = '先答'");
        assertThat(house.get(Plans.HOME + "/registrations/" + registration).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aQuestionIsChangedByWhoComesAfterThoseWhoRegister() throws Exception {
        long id = Plans.published(house);
        long diet = asked(id, "questionZh", "用餐禁忌", "answerKind", "TEXT");
        Map<String, String> other = new TreeMap<>(Map.of("questionZh", "几人", "answerKind", "NUMBER", "version", "0"));
        try (Blocking registering = Blocking.by("select from training_seat_pool where session_id = ? for update", id)) {
            CompletableFuture<HttpResponse<String>> changed =
                    CompletableFuture.supplyAsync(() -> house.form(Plans.HOME + "/" + id + "/fields/" + diet, other));
            registering
                    .met()
                    .run(
                            "insert into training_registration (session_id, session_path, name, mail, language, status, answers)"
                                    + " select id, org_path, '先来', 'before@it.training.test', 'zh', 'REGISTERED',"
                                    + " jsonb_build_object(cast(? as text), '花生') from training_session where id = ?",
                            Long.toString(diet),
                            id)
                    .commit();
            assertThat(changed.join().statusCode()).isEqualTo(303);
        }
        assertThat(Rows.one("select kind from training_session_field where id = ?", diet)
                        .text("kind"))
                .as("it was answered: it ends, and another takes its place")
                .isEqualTo("TEXT");
    }

    @Test
    void nobodyLearnsFromTheFormWhoIsRegistered() throws SQLException {
        long id = Plans.published(house);
        String first = anybody.form("/portal/trainings/" + id, person("问者")).body();
        Rows.change("update training_registration set status = 'REGISTERED' where session_id = ?", id);
        HttpResponse<String> again = anybody.form("/portal/trainings/" + id, person("问者"));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body().replaceAll("nonce=\"[^\"]*\"", "")).isEqualTo(first.replaceAll("nonce=\"[^\"]*\"", ""));
    }

    @Test
    void aStrangerIsAskedTooAndHisAnswersWaitWithHim() throws SQLException {
        long id = Plans.planned(house);
        long seats = asked(id, "questionZh", "随行人数", "answerKind", "NUMBER", "needed", "true");
        Plans.publish(house, id);
        assertThat(anybody.form("/portal/trainings/" + id, person("路人")).body()).contains("请填写“随行人数”");
        assertThat(anybody.form("/portal/trainings/" + id, person("路人", seats, "两个"))
                        .body())
                .contains("“随行人数”请填写数字", "value=\"两个\"");
        assertThat(anybody.form("/portal/trainings/" + id, person("路人", seats, "2"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(answers("路人")).contains("\"2\"");
    }

    @Test
    void aQuestionThatWasAnsweredEndsAndAnotherTakesItsPlace() throws SQLException {
        long id = Plans.planned(house);
        long first = asked(id);
        String one = Plans.HOME + "/" + id + "/fields/" + first;
        Map<String, String> words =
                new TreeMap<>(Map.of("questionZh", "是否需要午餐", "answerKind", "YES_NO", "version", "0"));
        assertThat(house.form(one, words).statusCode()).isEqualTo(303);
        assertThat(Rows.number("select count(*) from training_session_field where session_id = ?", id))
                .as("nobody answered: the same")
                .isEqualTo(1);
        long hanging = asked(id, "questionZh", "忌口", "answerKind", "TEXT", "shownWhen", first + "=YES");
        Plans.publish(house, id);
        registers(id, person("先答", first, "YES"));
        words.putAll(Map.of("version", "1", "questionZh", "是否在会场用餐"));
        assertThat(house.form(one, words).statusCode()).isEqualTo(303);
        assertThat(Rows.number(
                        "select count(*) from training_session_field where id = ? and ended_at is not null", first))
                .isEqualTo(1);
        long next = Rows.number("select max(id) from training_session_field where session_id = ?", id);
        assertThat(Rows.number("select shown_if from training_session_field where id = ?", hanging))
                .isEqualTo(next);
        long registration = Rows.number("select id from training_registration where name = '先答'");
        assertThat(house.get(Plans.HOME + "/registrations/" + registration).body())
                .contains("<dt>是否需要午餐</dt><dd class=\"wrap\">是</dd>");
        assertThat(user.get("/portal/trainings/" + id).body())
                .contains("是否在会场用餐")
                .doesNotContain("是否需要午餐");
        assertThat(house.form(Plans.HOME + "/" + id + "/fields/" + next + "/ending", Map.of("version", "0"))
                        .statusCode())
                .as("another hangs on it")
                .isEqualTo(409);
        words.putAll(Map.of("version", "0", "answerKind", "NUMBER"));
        assertThat(house.form(Plans.HOME + "/" + id + "/fields/" + next, words).body())
                .contains("id=\"answerKind-error\"", "“忌口”以此问题的答案为显示条件");
    }

    @Test
    void whatDoesNotFitIsSaidAtItsField() throws SQLException {
        long id = Plans.planned(house);
        long text = asked(id, "answerKind", "TEXT");
        String home = Plans.HOME + "/" + id + "/fields/new";
        for (String[] wrong : new String[][] {
            {"choiceZh", "answerKind", "CHOICE", "choiceZh", "只有一项"},
            {"choiceZh", "answerKind", "CHOICE", "choiceZh", "一样\n一样"},
            {"choiceZh", "choiceZh", "甲\n乙"},
            {"choiceEn", "answerKind", "CHOICE", "choiceZh", "甲\n乙", "choiceEn", "a"},
            {"shownWhen", "shownWhen", text + "=YES"},
            {"questionZh", "questionZh", ""}
        }) {
            Map<String, String> facts = new TreeMap<>(Map.of("questionZh", "问题", "answerKind", "YES_NO"));
            for (int i = 1; i < wrong.length; i += 2) {
                facts.put(wrong[i], wrong[i + 1]);
            }
            HttpResponse<String> refused = house.form(home, facts);
            assertThat(refused.statusCode()).as(String.join(" ", wrong)).isEqualTo(400);
            assertThat(refused.body()).contains("id=\"" + wrong[0] + "-error\"");
        }
    }
}
