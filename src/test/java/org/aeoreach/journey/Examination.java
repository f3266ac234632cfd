package org.aeoreach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.launcher.TestServer;

/** What is looked at on every page, whatever it shows. */
final class Examination {
    // Drawn by Swagger UI, whose faults are not ours to mend.
    private static final String FOREIGN = "#swagger-ui";
    // What asks the server for more by itself once it is there.
    private static final String FETCHING =
            "[hx-trigger*=load], [hx-trigger*=every], .chart-table, input[type=file][data-most], #swagger-ui";
    private static final int MOMENTS = 20;
    // All rules; but what is in order is not described, which is most of the work.
    private static final AxeRunOptions ONLY_VIOLATIONS = new AxeRunOptions();
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    static {
        ONLY_VIOLATIONS.setResultTypes(List.of("violations"));
    }

    private final List<String> messages = new ArrayList<>();
    private final Page page;

    /** Listens from before the first page on: what the browser blocks, it says to the console. */
    Examination(Page page) {
        this.page = page;
        page.onConsoleMessage(message -> {
            boolean complaint = message.type().equals("error") || message.type().equals("warning");
            // The status of the page itself is not the page's fault.
            if (complaint
                    && !message.text().startsWith("Failed to load resource: the server responded with a status")) {
                messages.add(message.text());
            }
        });
        page.onPageError(messages::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(TestServer.base().toString())
                    && !request.url().startsWith("data:")) {
                messages.add("asked another origin: " + request.url());
            }
        });
        page.onRequestFailed(request -> {
            // What a page still fetched when the next one came, the browser lets go itself.
            if (!"net::ERR_ABORTED".equals(request.failure())) {
                messages.add("failed: " + request.url() + " " + request.failure());
            }
        });
    }

    /** What was said until now belongs to the page before. */
    Response open(String path) {
        messages.clear();
        return page.navigate(path);
    }

    /** Waits until the scripts of the page have fetched what they fetch. */
    void settle() {
        page.waitForLoadState(LoadState.LOAD);
        if (page.locator(FETCHING).count() > 0) {
            page.waitForLoadState(LoadState.NETWORKIDLE);
        }
    }

    void pass(String language, Screen screen, String name) {
        look(language, screen, name);
        String file = file(language, screen, name);
        assertThat(violations()).as(file).isEmpty();
        assertThat(messages).as("console of %s", file).isEmpty();
    }

    private static String file(String language, Screen screen, String name) {
        return language + "-" + screen.name() + "-" + name + ".jpg";
    }

    /** Everything but what assistive technology needs, which is the same in both languages. */
    void look(String language, Screen screen, String name) {
        String file = file(language, screen, name);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(file))
                .setType(ScreenshotType.JPEG)
                .setQuality(70)
                .setFullPage(true));
        Seen seen = Seen.on(page, FOREIGN);
        assertThat(seen.language()).startsWith(language);
        assertThat(seen.title()).isNotBlank().doesNotContain("[");
        assertThat(seen.headings()).as("main headings").isOne();
        assertThat(seen.text()).as("no missing message").doesNotContainPattern("\\[[a-z]+\\.[a-z.-]+]");
        assertThat(seen.fits()).as("%s fits the width", file).isTrue();
        assertThat(messages).as("console of %s", file).isEmpty();
    }

    /** WCAG 1.4.10: at 320 pixels nothing needs scrolling sideways; tables and code may within their own box. */
    void reflows(String name) {
        page.setViewportSize(320, 640);
        // A chart follows its box a moment later.
        for (int i = 0; i < MOMENTS && !fits(); i++) {
            page.waitForTimeout(100);
        }
        assertThat(fits())
                .as("%s fits 320 pixels: %s", name, page.evaluate("""
                        [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > 321)
                          .slice(0, 3).map(e => e.outerHTML.slice(0, 120))
                        """))
                .isTrue();
    }

    private boolean fits() {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth <= 320");
    }

    private List<String> violations() {
        // Axe waits for a script it puts into every frame; a sandboxed one runs none.
        page.evaluate("document.querySelectorAll('iframe[sandbox]').forEach(frame => frame.remove())");
        return new AxeBuilder(page)
                        .options(ONLY_VIOLATIONS)
                        // Frames of other origins, which the other mode opens a second window for, there are none.
                        .setLegacyMode(true)
                        .exclude(FOREIGN)
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(Examination::words)
                        .toList();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }
}
