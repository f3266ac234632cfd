package org.aeoreach.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.util.Map;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.training.session.Plans;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A question that hangs on another, as whoever registers for a session meets it. */
@RunAsClient
class QuestionsJourney extends Browsing {

    private final Caller house = Caller.signedIn("shekou.officer");
    private long session;
    private long lunch;
    private long diet;

    @BeforeEach
    void ask() throws SQLException {
        session = Plans.planned(house);
        lunch = asked(Map.of("questionZh", "是否用餐", "answerKind", "YES_NO", "needed", "true"));
        diet = asked(Map.of("questionZh", "用餐禁忌", "answerKind", "TEXT", "needed", "true", "shownWhen", lunch + "=YES"));
        Plans.publish(house, session);
    }

    private long asked(Map<String, String> words) throws SQLException {
        house.form(Plans.HOME + "/" + session + "/fields/new", words);
        return Rows.number("select max(id) from training_session_field where session_id = ?", session);
    }

    @AfterEach
    void forget() throws SQLException {
        Plans.forget();
    }

    private Locator box(Page page, long field) {
        return page.locator("[data-field='answers." + field + "']");
    }

    @Test
    void itShowsOnlyWhileTheOtherIsAnsweredSo() {
        try (BrowserContext window = open(Caller.anonymous(), "zh", Screen.PHONE)) {
            Page page = window.newPage();
            Examination examination = new Examination(page);
            page.navigate("/portal/trainings/" + session);
            assertThat(box(page, diet)).isHidden();
            box(page, lunch).locator("select").selectOption("YES");
            assertThat(box(page, diet)).isVisible();
            assertThat(box(page, diet).locator("[data-when-note]")).isHidden();
            examination.pass("zh", Screen.PHONE, "questions");
            box(page, lunch).locator("select").selectOption("NO");
            assertThat(box(page, diet)).isHidden();
        }
    }

    @Test
    void withoutScriptsItSaysOfWhomItIsAsked() {
        try (BrowserContext window = openWithoutScripts(Caller.anonymous(), "zh")) {
            Page page = window.newPage();
            page.navigate("/portal/trainings/" + session);
            assertThat(box(page, diet)).isVisible();
            assertThat(box(page, diet)).containsText("仅当“是否用餐”选择“是”时填写");
        }
    }
}
