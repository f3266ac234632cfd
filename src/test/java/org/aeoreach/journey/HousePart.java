package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import org.aeoreach.testing.Caller;

/** What a house does with the list handed to it, and what figures say of it at every level. */
final class HousePart {

    private static final String WORK = "/desk/campaigns/%d/work";
    private static final String COVERAGE = "/desk/campaigns/%d/coverage?unit=%s";

    private HousePart() {}

    /** Gives the list out, writes a contact down from it, and excludes the next one with a reason. */
    static void worksItsList(Caller officer, long campaign) {
        try (BrowserContext window = Browsing.open(officer, "zh", Screen.DESKTOP)) {
            Page page = window.newPage();
            Examination examination = new Examination(page);
            page.navigate(WORK.formatted(campaign));
            spread(page);
            examination.settle();
            examination.pass("zh", Screen.DESKTOP, "campaign-work");
            int waiting = page.locator(".work-next li").count();
            String reached = page.locator(".work-next li .work-name a").first().innerText();
            page.locator(".work-next li .btn-primary").first().click();
            page.waitForURL(url -> url.contains("/desk/touchpoints/new"));
            page.locator(".form-actions button[type=submit]").click();
            page.waitForURL(url -> url.endsWith(WORK.formatted(campaign)));
            PlaywrightAssertions.assertThat(page.locator(".work-next li")).hasCount(waiting - 1);
            assertThat(page.locator(".work-next").innerText()).doesNotContain(reached);
            exclude(page, campaign);
            PlaywrightAssertions.assertThat(page.locator(".work-next li")).hasCount(waiting - 2);
        }
    }

    private static void spread(Page page) {
        for (Locator box : page.locator("#spread input[type=checkbox]").all()) {
            box.check();
        }
        page.locator("#spread .form-actions button[type=submit]").click();
        page.waitForSelector("#spread form[action$='/undo']");
    }

    private static void exclude(Page page, long campaign) {
        page.locator(".work-next li .btn:not(.btn-primary)").first().click();
        page.waitForURL(url -> url.matches(".*work/change.*"));
        page.locator("#action-EXCLUDE").check();
        page.locator(".form-actions button[type=submit]").click();
        page.waitForSelector(".is-invalid, .invalid-feedback, [aria-invalid=true]");
        assertThat(page.locator("#action-EXCLUDE").isChecked())
                .as("what was chosen is kept")
                .isTrue();
        page.locator("#reason").selectOption("CLOSED");
        page.locator(".form-actions button[type=submit]").click();
        page.waitForURL(url -> url.endsWith(WORK.formatted(campaign)));
    }

    /** The figures of a unit are the same for all of these people; they are given back as they stand there. */
    static List<String> sameTruth(long campaign, String unit, Caller... people) {
        List<String> truth = List.of();
        for (Caller person : people) {
            try (BrowserContext window = Browsing.open(person, "zh", Screen.DESKTOP)) {
                Page page = window.newPage();
                page.navigate(COVERAGE.formatted(campaign, unit));
                List<String> seen = page.locator(".coverage-sum dd").allInnerTexts();
                if (!truth.isEmpty()) {
                    assertThat(seen).as("as " + person + " sees " + unit).isEqualTo(truth);
                }
                truth = seen;
            }
        }
        return truth;
    }

    /** What the unit above shows of it in its table: in scope and the five states. */
    static List<String> rowAbove(long campaign, String above, String unit, Caller person) {
        try (BrowserContext window = Browsing.open(person, "zh", Screen.DESKTOP)) {
            Page page = window.newPage();
            page.navigate(COVERAGE.formatted(campaign, above));
            return page.locator(".coverage-table tr:has(th a[href$='unit=" + unit + "']) td")
                    .allInnerTexts()
                    .subList(0, 6);
        }
    }
}
