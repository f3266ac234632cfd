package org.aeoreach.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ThemeTest {

    /** Chosen dark and the system's dark are written twice, for lack of a way to say it once. */
    @Test
    void bothDarksAreTheSame() throws IOException {
        String css = Files.readString(Path.of("src/main/resources/assets/reach.css"));
        String chosen = block(css, "\\[data-bs-theme=\"dark\"] \\{");
        String preferred = block(css, ":root:not\\(\\[data-bs-theme]\\) \\{");
        assertThat(chosen).contains("color-scheme: dark").isEqualTo(preferred);
    }

    private static String block(String css, String selector) {
        Matcher found = Pattern.compile(selector + "([^}]*)}").matcher(css);
        assertThat(found.find()).as(selector).isTrue();
        return found.group(1).replaceAll("\\s+", " ").strip();
    }
}
