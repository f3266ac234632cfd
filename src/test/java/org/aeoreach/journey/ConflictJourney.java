package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.util.Objects;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two people change one record, each in a browser of his own. */
@RunAsClient
class ConflictJourney implements ServerTest {
    private static @Nullable Chromium chromium;

    @BeforeAll
    static void start() throws SQLException {
        chromium = Chromium.start();
        Rows.change("delete from rate_counter");
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static BrowserContext window(String login, String language, Screen screen) {
        return Objects.requireNonNull(chromium).open(Caller.signedIn(login), language, screen);
    }

    private static void type(Page page, String zh, String en, String from) {
        page.locator("#nameZh").fill(zh);
        page.locator("#nameEn").fill(en);
        page.locator("#validFrom").fill(from);
        page.locator("form[action$='/name'] button[type=submit]").click();
    }

    @Test
    void whoComesSecondSeesBothChoosesAndSavesWithoutTypingAgain() throws SQLException {
        long house = Units.newHouse("5300");
        try (BrowserContext first = window("shenzhen.admin", "zh", Screen.DESKTOP);
                BrowserContext second = window("system.admin", "en", Screen.PHONE)) {
            Page mine = second.newPage();
            Examination examination = new Examination(mine);
            mine.navigate("/desk/units/" + house + "/name");
            Page theirs = first.newPage();
            theirs.navigate("/desk/units/" + house + "/name");
            type(theirs, "他的海关", "Their house", "2026-01-01");
            theirs.waitForSelector("[data-toast]");
            type(mine, "样例机构", "My house", "2026-02-01");
            mine.waitForSelector("form.conflict");
            examination.pass("en", Screen.PHONE, "conflict");
            assertThat(mine.locator("#nameZh input[value=theirs][type=radio]").isChecked())
                    .as("only they changed the Chinese name")
                    .isTrue();
            assertThat(mine.locator("#nameEn input[value=mine][type=radio]").isChecked())
                    .as("both changed the English name")
                    .isTrue();
            assertThat(mine.locator("#nameEn").innerText()).contains("My house", "Their house", "Sample unit");
            mine.locator("form.conflict button.btn-primary").click();
            mine.waitForSelector("[data-toast]");
        }
        Rows.Row name =
                Rows.one("select zh, en, valid_from from unit_name where unit_id = ? and valid_to is null", house);
        assertThat(name.text("zh")).isEqualTo("他的海关");
        assertThat(name.text("en")).isEqualTo("My house");
        assertThat(name.text("valid_from")).isEqualTo("2026-02-01");
    }
}
