package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aeoreach.routes.SamplePage;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Opens every page in both languages and in every size. */
@RunAsClient
class PagesJourney implements ServerTest {
    private static @Nullable Chromium chromium;
    // One tab for each language: assets are fetched once, and a new tab takes longer than many a page.
    private static final Map<String, Tab> TABS = new HashMap<>();

    private record Tab(Page page, Examination examination) {}

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    private static Tab tab(Caller caller, String language) {
        Tab tab = TABS.computeIfAbsent(language, each -> {
            Page page = Objects.requireNonNull(chromium)
                    .open(caller, each, Screen.DESKTOP)
                    .newPage();
            return new Tab(page, new Examination(page));
        });
        Chromium.become(tab.page().context(), caller, language);
        return tab;
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            TABS.clear();
            chromium.close();
        }
    }

    @BeforeEach
    void forgetRates() throws SQLException {
        Rows.change("delete from rate_counter");
    }

    static List<String> pages() {
        // Some of them while one works on these: -Daeo.pages=/desk/units.*
        String wanted = System.getProperty("aeo.pages", ".*");
        return SamplePage.names().stream().filter(name -> name.matches(wanted)).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void isReadableByEverybodyInBothLanguages(String name) throws SQLException {
        SamplePage sample = SamplePage.of(name);
        for (String language : List.of("zh", "en")) {
            examineOnAllScreens(sample, language);
        }
    }

    /** One page, shown on one screen after the other: colours and sizes follow without asking the server again. */
    private static void examineOnAllScreens(SamplePage sample, String language) {
        Tab tab = tab(sample.caller(), language);
        Examination examination = tab.examination();
        show(tab.page(), Screen.DESKTOP);
        assertThat(examination.open(sample.path()).status()).as(sample.path()).isEqualTo(200);
        examination.settle();
        for (Screen screen : Screen.of(language)) {
            show(tab.page(), screen);
            if (language.equals("zh")) {
                examination.pass(language, screen, sample.name());
            } else {
                examination.look(language, screen, sample.name());
            }
        }
        examination.reflows(sample.name());
    }

    private static void show(Page page, Screen screen) {
        page.setViewportSize(screen.width(), screen.height());
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setColorScheme(screen.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                // Colours change at once, not in the course of a second.
                .setReducedMotion(ReducedMotion.REDUCE));
    }

    private static void examine(SamplePage sample, String language, Screen screen, int status) {
        try (BrowserContext window = Objects.requireNonNull(chromium).open(sample.caller(), language, screen)) {
            Page page = window.newPage();
            Examination examination = new Examination(page);
            Response answer = examination.open(sample.path());
            assertThat(answer.status()).as(sample.path()).isEqualTo(status);
            examination.settle();
            examination.pass(language, screen, sample.name());
        }
    }

    @Test
    void problemsAreReadableToo() {
        for (String language : List.of("zh", "en")) {
            examine(new SamplePage("problem-404", Caller.anonymous(), "/nothing"), language, Screen.PHONE, 404);
            examine(new SamplePage("problem-401", Caller.anonymous(), "/desk"), language, Screen.DESKTOP, 401);
            Caller officer = Caller.signedIn("shekou.officer");
            examine(new SamplePage("problem-403", officer, "/portal/my"), language, Screen.DESKTOP, 403);
        }
    }
}
