package org.aeoreach.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aeoreach.launcher.TestServer;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The windows a class opens in the one browser of its JVM; they close with the class, the browser ends with the JVM. */
final class Chromium implements AutoCloseable {
    private static final String INSTALL =
            "no Chromium found: apt-get install -y chromium fonts-noto-cjk, or name one in AEO_CHROMIUM";
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--disable-gpu",
            "--disable-dev-shm-usage");

    private static @Nullable Browser running;

    private final Browser browser;
    private final List<BrowserContext> windows = new ArrayList<>();
    private boolean alone;

    private Chromium(Browser browser) {
        this.browser = browser;
    }

    /** Skips the tests of the class where there is none. */
    static Chromium start() {
        Path executable = executable();
        Assumptions.assumeTrue(Files.isExecutable(executable), INSTALL);
        if (running == null || !running.isConnected()) {
            running = launch(executable, FLAGS);
        }
        return new Chromium(running);
    }

    /** One of its own, whose camera sees this film; it ends with its windows. */
    static Chromium seeing(Path film) {
        start();
        List<String> flags = new ArrayList<>(FLAGS);
        flags.addAll(List.of(
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream",
                "--use-file-for-fake-video-capture=" + film));
        Chromium own = new Chromium(launch(executable(), flags));
        own.alone = true;
        return own;
    }

    private static Path executable() {
        return Path.of(Optional.ofNullable(System.getenv("AEO_CHROMIUM")).orElse("/usr/bin/chromium"));
    }

    private static Browser launch(Path executable, List<String> flags) {
        return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(flags)
                        .setHeadless(true));
    }

    /** A browser window of this language and size, signed in as the caller is. */
    BrowserContext open(Caller caller, String language, Screen screen) {
        return open(caller, new Browser.NewContextOptions(), language, screen);
    }

    private BrowserContext open(Caller caller, Browser.NewContextOptions options, String language, Screen screen) {
        BrowserContext context =
                browser.newContext(options.setBaseURL(TestServer.base().toString())
                        .setLocale(language.equals("zh") ? "zh-CN" : "en-GB")
                        .setTimezoneId("Asia/Shanghai")
                        .setColorScheme(screen.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(screen.width(), screen.height())
                        .setHasTouch(screen.width() < 600));
        windows.add(context);
        context.setDefaultTimeout(20_000);
        become(context, caller, language);
        return context;
    }

    /** From now on the window is signed in as this caller is; what it has fetched it keeps. */
    static void become(BrowserContext context, Caller caller, String language) {
        speak(caller, language);
        context.clearCookies();
        String cookie = caller.cookie();
        if (cookie != null) {
            context.addCookies(List.of(
                    new Cookie(cookie.substring(0, cookie.indexOf('=')), cookie.substring(cookie.indexOf('=') + 1))
                            .setDomain("localhost")
                            .setPath("/")
                            .setSecure(true)
                            .setHttpOnly(true)
                            .setSameSite(SameSiteAttribute.LAX)));
        }
    }

    /** A person's own choice goes before what his browser asks for. */
    private static void speak(Caller caller, String language) {
        try {
            Rows.change("update account set language = ? where login = ?", language, caller.name());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same without JavaScript. */
    BrowserContext openWithoutScripts(Caller caller, String language) {
        return open(caller, new Browser.NewContextOptions().setJavaScriptEnabled(false), language, Screen.DESKTOP);
    }

    @Override
    public void close() {
        windows.forEach(BrowserContext::close);
        if (alone) {
            browser.close();
        }
    }
}
