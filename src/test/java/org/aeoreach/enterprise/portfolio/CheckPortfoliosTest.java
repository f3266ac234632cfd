package org.aeoreach.enterprise.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import org.aeoreach.job.Report;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.junit.jupiter.api.Test;

/** What the nightly check found, as people read it. */
class CheckPortfoliosTest {

    private final Messages messages = new Messages();

    private String told(String finding, Language language) {
        Report report = new CheckPortfolios(new PortfolioBooks())
                .report(JsonText.object(
                        "{\"DIFFERS\":0,\"LEFT_BEHIND\":2,\"TEAM_GONE\":0,\"findings\":[" + finding + "]}"));
        assertThat(report.findings()).hasSize(1);
        Report.Line line = report.findings().get(0);
        return messages.text(language, line.key(), line.arguments());
    }

    @Test
    void namesUnitsInTheLanguageOfTheReader() {
        String finding =
                "{\"kind\":\"LEFT_BEHIND\",\"unit\":\"5304\",\"unitZh\":\"蛇口海关\",\"unitEn\":\"Shekou Customs\","
                        + "\"enterprises\":2}";
        assertThat(told(finding, Language.ZH)).isEqualTo("蛇口海关：2家企业的协调员已离岗");
        assertThat(told(finding, Language.EN)).isEqualTo("Shekou Customs: coordinator gone for 2");
    }

    @Test
    void readsWhatEarlierNightsFound() {
        String finding = "{\"kind\":\"LEFT_BEHIND\",\"unit\":\"5304\",\"enterprises\":2}";
        assertThat(told(finding, Language.EN)).startsWith("5304");
    }
}
