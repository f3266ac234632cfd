package org.aeoreach.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aeoreach.platform.Bilingual;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Problem;
import org.junit.jupiter.api.Test;

/** A job that failed tells whom or what it is about in the language of whoever reads it, not of whoever started it. */
class NamesInReasonsTest {

    private final Messages messages = new Messages();

    private String told(Language language, Object... arguments) {
        Outcome outcome = Outcome.failed(new Problem(409, "portfolio.problem.changed-since", arguments));
        return messages.text(
                language,
                "portfolio.problem.changed-since.detail",
                outcome.arguments().stream().map(JobViews::argument).toArray());
    }

    @Test
    void areToldInTheLanguageOfTheReader() {
        Bilingual names = Bilingual.joined(
                List.of(new Bilingual("大鹏海关", "Dapeng Customs"), new Bilingual("蛇口海关", "Shekou Customs")));
        assertThat(told(Language.ZH, names)).contains("大鹏海关、蛇口海关").doesNotContain("Dapeng");
        assertThat(told(Language.EN, names))
                .contains("Dapeng Customs, Shekou Customs")
                .doesNotContain("大鹏");
    }

    @Test
    void areToldInTheLanguageThereIs() {
        assertThat(told(Language.EN, Bilingual.joined(List.of(new Bilingual("大鹏海关", null)))))
                .contains("大鹏海关");
        assertThat(told(Language.EN, new Bilingual("大鹏海关", null))).contains("大鹏海关");
        assertThat(told(Language.EN, 3)).contains("3");
    }
}
