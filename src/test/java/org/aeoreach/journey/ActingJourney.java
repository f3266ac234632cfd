package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.util.List;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has several roles, or stands in for somebody, sees on every page what the acting role may see. */
@RunAsClient
class ActingJourney extends Browsing {

    private static final List<String> LISTS = List.of("/desk/people", "/desk/roles");

    private static BrowserContext window(String login, String language) {
        return open(Caller.signedIn(login), language, Screen.DESKTOP);
    }

    /** Switches on the page of roles, by a word of the row, as a reader would. */
    private static void act(Page page, String word) {
        page.navigate("/acting");
        Locator row = page.locator("main tr", new Page.LocatorOptions().setHasText(word))
                .filter(new Locator.FilterOptions().setHas(page.locator("button")));
        row.first().locator("button").press("Enter");
        page.waitForURL("**/desk");
    }

    private static boolean sees(Page page, String path, String login) throws SQLException {
        Rows.Row person = Rows.one("select name_zh, name_en from account where login = ?", login);
        page.navigate(path + "?q=" + login);
        String text = page.locator("main").innerText();
        return text.contains(person.text("name_zh")) || text.contains(person.text("name_en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void officerWithTwoRolesSeesOneHouseOrTheWholeDistrict(String language) throws SQLException {
        boolean chinese = language.equals("zh");
        String shekou = "/desk/units/" + Units.id("5304") + "/people";
        try (BrowserContext window = window("shenzhen.two.roles", language)) {
            Page page = window.newPage();
            Examination examination = new Examination(page);
            for (String list : LISTS) {
                assertThat(sees(page, list, "shekou.officer")).as(list).isTrue();
            }
            assertThat(sees(page, shekou, "shekou.officer")).isTrue();
            act(page, chinese ? "协调员" : "Coordinator");
            assertThat(page.locator("header").innerText()).contains(chinese ? "大鹏海关" : "Dapeng Customs");
            examination.pass(language, Screen.DESKTOP, "acting-as-coordinator");
            for (String list : LISTS) {
                assertThat(sees(page, list, "shekou.officer")).as(list).isFalse();
                assertThat(sees(page, list, "dapeng.officer")).as(list).isTrue();
            }
            assertThat(page.navigate(shekou).status()).isEqualTo(404);
            act(page, chinese ? "直属海关关员" : "District officer");
            assertThat(sees(page, shekou, "shekou.officer")).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void substituteSeesTheAbsentOfficersUnitAndIsRecordedUnderBothNames(String language) throws SQLException {
        String absent = language.equals("zh") ? "许问樵" : "Xu Wenqiao";
        String dapeng = "/desk/units/" + Units.id("5316") + "/people";
        try (BrowserContext window = window("shekou.officer", language)) {
            Page page = window.newPage();
            Examination examination = new Examination(page);
            assertThat(page.navigate(dapeng).status()).isEqualTo(404);
            page.navigate("/acting");
            examination.pass(language, Screen.DESKTOP, "acting-choice");
            act(page, absent);
            assertThat(page.locator("header").innerText()).contains(absent);
            examination.pass(language, Screen.DESKTOP, "acting-as-substitute");
            for (String list : LISTS) {
                assertThat(sees(page, list, "dapeng.officer")).as(list).isTrue();
                assertThat(sees(page, list, "shekou.coordinator")).as(list).isFalse();
            }
            assertThat(sees(page, dapeng, "dapeng.officer")).isTrue();
            // Who stands in may not pass the role on: there is nothing to choose.
            page.navigate("/desk/substitutions/new");
            assertThat(page.locator("select[name=assignmentId]").count()).isZero();
            page.locator(".account > summary").press("Enter");
            page.locator("form[action='/sign-out'] button").press("Enter");
            page.waitForURL("**/portal");
        }
        Rows.Row last = Rows.one(
                "select id, action, absent_id from audit_entry where account_id = ? order by id desc limit 1",
                Caller.account("shekou.officer"));
        assertThat(last.text("action")).isEqualTo("identity.sign-out");
        assertThat(last.idOrNull("absent_id")).isEqualTo(Caller.account("dapeng.absent"));
        assertThat(Caller.signedIn("gacc.auditor").get("/desk/audit").body()).contains("梁晓川", "许问樵");
    }
}
