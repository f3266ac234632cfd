package org.aeoreach.journey;

import com.microsoft.playwright.BrowserContext;
import java.sql.SQLException;
import java.util.Objects;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Tests of a class that share one browser, each in windows of its own. */
abstract class Browsing implements ServerTest {

    private static @Nullable Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void forgetRates() throws SQLException {
        Rows.change("delete from rate_counter");
    }

    static BrowserContext open(Caller caller, String language, Screen screen) {
        return Objects.requireNonNull(chromium).open(caller, language, screen);
    }

    static BrowserContext openWithoutScripts(Caller caller, String language) {
        return Objects.requireNonNull(chromium).openWithoutScripts(caller, language);
    }
}
