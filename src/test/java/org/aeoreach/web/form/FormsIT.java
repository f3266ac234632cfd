package org.aeoreach.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a form that is sent, by the example of renaming a unit. */
@RunAsClient
class FormsIT implements ServerTest {
    private static final String TODAY =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();

    private Caller administrator = Caller.anonymous();
    private long house;

    @BeforeEach
    void newHouse() throws SQLException {
        Rows.change("delete from rate_counter");
        administrator = Caller.signedIn("shenzhen.admin");
        house = Units.newHouse("5300");
    }

    private HttpResponse<String> rename(Map<String, String> fields) {
        return administrator.form("/desk/units/" + house + "/name", fields);
    }

    private static Map<String, String> typed(String version, String zh, String en) {
        return Map.of(
                "version", version,
                "was.nameZh", "样例机构",
                "was.nameEn", "Sample unit",
                "nameZh", zh,
                "nameEn", en,
                "validFrom", TODAY);
    }

    @Test
    void allThatIsWrongIsToldAtOnceAndAllThatWasTypedStays() throws SQLException {
        HttpResponse<String> answer = rename(
                Map.of("version", "0", "nameZh", " ", "nameEn", "<b>\"x\"</b> ".repeat(40), "validFrom", "tomorrow"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("href=\"#nameZh\"", "href=\"#nameEn\"", "href=\"#validFrom\"")
                .contains("id=\"nameZh-error\"", "value=\"tomorrow\"", "&lt;b>&#34;x&#34;")
                .doesNotContain("<b>\"x");
        assertThat(Rows.number("select count(*) from unit_name where unit_id = ?", house))
                .isOne();
    }

    @Test
    void successIsSaidOnceAfterTheRedirect() {
        HttpResponse<String> answer = rename(typed("0", "新样例", "New sample"));
        assertThat(answer.statusCode()).isEqualTo(303);
        String cookie = answer.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("aeo_toast="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("aeo_toast=organization.done.renamed", "HttpOnly");
        HttpResponse<String> page = shown("aeo_toast=organization.done.renamed");
        assertThat(page.body()).contains("机构名称已变更");
        assertThat(page.headers().allValues("Set-Cookie"))
                .anySatisfy(each -> assertThat(each).startsWith("aeo_toast=;").contains("Max-Age=0"));
    }

    private HttpResponse<String> shown(String cookie) {
        return new Caller("with toast", administrator.cookie() + "; " + cookie).get("/desk/units/" + house);
    }

    @Test
    void cookieCannotPutWordsOnThePage() {
        assertThat(shown("aeo_toast=organization.done.nothing").body()).doesNotContain("done.nothing");
        assertThat(shown("aeo_toast=<b>x</b>").body()).doesNotContain("<b>x</b>");
        assertThat(shown("aeo_toast=web.product").body()).doesNotContain("data-toast");
    }

    @Test
    void staleVersionMeetsBothAndTheOriginalAndCanBeSavedAfterAChoice() throws SQLException {
        assertThat(rename(typed("0", "样例机构", "Theirs")).statusCode()).isEqualTo(303);
        Rows.change(
                "update unit_name set valid_from = date '2020-01-01' where unit_id = ? and valid_to is null", house);
        HttpResponse<String> conflict = rename(typed("0", "我的机构", "Mine"));
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body())
                .contains("name=\"mine.nameEn\" value=\"Mine\"", "name=\"theirs.nameEn\" value=\"Theirs\"")
                .contains("Sample unit", "name=\"take.nameZh\"", "name=\"version\" value=\"1\"")
                .contains("name=\"validFrom\" value=\"" + TODAY + "\"");
        HttpResponse<String> saved = rename(Map.of(
                "version", "1",
                "mine.nameZh", "我的机构",
                "theirs.nameZh", "样例机构",
                "take.nameZh", "mine",
                "mine.nameEn", "Mine",
                "theirs.nameEn", "Theirs",
                "take.nameEn", "theirs",
                "validFrom", TODAY));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        Rows.Row name = Rows.one("select zh, en from unit_name where unit_id = ? and valid_to is null", house);
        assertThat(name.text("zh")).isEqualTo("我的机构");
        assertThat(name.text("en")).isEqualTo("Theirs");
    }

    @Test
    void choiceCanGoBackIntoTheFormAndIsNotSavedThen() throws SQLException {
        HttpResponse<String> answer = rename(Map.of(
                "version", "0",
                "mine.nameZh", "我的机构",
                "theirs.nameZh", "他的机构",
                "take.nameZh", "theirs",
                "nameEn", "Mine",
                "validFrom", TODAY,
                "edit", "true"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("name=\"nameZh\" type=\"text\" value=\"他的机构\"")
                .contains("name=\"was.nameZh\" value=\"他的机构\"");
        assertThat(Rows.number("select version from unit where id = ?", house)).isZero();
    }

    @Test
    void whatNoFieldIsToBlameForComesBackWithTheTextToo() throws SQLException {
        Rows.change("update unit set closed_on = date '2020-01-01' where id = ?", house);
        HttpResponse<String> answer = rename(typed("0", "新样例", "Typed with care"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("data-errors", "机构已撤销", "Typed with care");
    }

    @Test
    void whatWasTypedOutlivesTheSession() throws SQLException {
        HttpResponse<String> answer = Caller.anonymous()
                .form(
                        "/desk/units/" + house + "/name",
                        Map.of("version", "0", "nameZh", "<长>文", "newPassword", "geheim"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .contains("action=\"/desk/units/" + house + "/name\"", "name=\"nameZh\" value=\"&lt;长>文\"")
                .doesNotContain("geheim");
        assertThat(Rows.number("select version from unit where id = ?", house)).isZero();
    }

    @Test
    void whoMayNotChangeTheRecordGetsNoFormBack() {
        Caller other = Caller.signedIn("gacc.officer");
        assertThat(other.form("/desk/units/" + house + "/name", typed("0", "x", "y"))
                        .statusCode())
                .isEqualTo(403);
    }
}
