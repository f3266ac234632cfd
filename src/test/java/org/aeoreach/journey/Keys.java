package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;

/** A page used by keys alone: the focus goes on by Tab, is seen wherever it comes to, and is never lost. */
record Keys(Page page) {

    private static final int MOST_STEPS = 2_000;
    private static final int MOMENTS = 60;

    /** By the first link of the page to its content. */
    Keys skip() {
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.getAttribute('href')")).isEqualTo("#main");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
        return this;
    }

    /** On to the next element like this. */
    Keys to(String selector) {
        for (int step = 0; step < MOST_STEPS; step++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement === document.body"))
                    .as("focus lost on the way to %s on %s", selector, page.url())
                    .isEqualTo(false);
            if (at(selector)) {
                seen(page);
                return this;
            }
        }
        throw new AssertionError("no way to " + selector + " on " + page.url());
    }

    /** What has the focus shows it, and stands on the screen; scrolling into view may take some frames. */
    static void seen(Page page) {
        for (int i = 0; i < MOMENTS && !shown(page); i++) {
            page.waitForTimeout(50);
        }
        assertThat(shown(page)).as("focus on %s is seen", page.url()).isTrue();
    }

    private static boolean shown(Page page) {
        return (Boolean) page.evaluate("""
                () => {
                  const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
                  const outlined = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
                  return (outlined || s.boxShadow !== 'none') && r.width > 0 && r.height > 0
                    && r.left >= 0 && r.bottom > 0 && r.top < innerHeight;
                }
                """);
    }

    private boolean at(String selector) {
        return (Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector);
    }

    Keys press(String key) {
        page.keyboard().press(key);
        return this;
    }

    Keys type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /** A day, whatever order its parts have in the reader's browser. */
    Keys day(LocalDate day) {
        page.locator(":focus").fill(day.toString());
        return this;
    }

    /** Down the options until this one is chosen. */
    Keys choose(String value) {
        for (int step = 0; step < MOST_STEPS; step++) {
            if (value.equals(page.evaluate("document.activeElement.value"))) {
                return this;
            }
            page.keyboard().press("ArrowDown");
        }
        throw new AssertionError("no option " + value);
    }

    /** What was wrong has the focus, wherever on the page it stands. */
    Keys faulty() {
        page.waitForSelector(".error-summary[data-errors]:focus");
        return this;
    }

    /** What was wrong leads to the field. */
    Keys faultLeadsTo(String field) {
        faulty().to(".error-summary a").press("Enter");
        assertThat(at(field)).as("the error leads to %s", field).isTrue();
        return this;
    }
}
