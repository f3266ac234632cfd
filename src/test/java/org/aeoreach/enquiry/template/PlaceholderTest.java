package org.aeoreach.enquiry.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Placeholders of templates. */
class PlaceholderTest {
    @Test
    void isReplacedUnderItsNameInEitherLanguage() {
        assertThat(Placeholder.fill("{咨询人}：{number} {Number}", Map.of(Placeholder.ASKER, "王", Placeholder.NUMBER, "1")))
                .isEqualTo("王：1 1");
    }

    @Test
    void staysInTheTextWithoutAValueAndIsNamed() {
        String filled = Placeholder.fill("{企业名称}与{咨询人}", Map.of(Placeholder.ASKER, "王$1", Placeholder.ENTERPRISE, " "));
        assertThat(filled).isEqualTo("{企业名称}与王$1");
        assertThat(Placeholder.left(filled)).containsExactly("{企业名称}");
    }

    @Test
    void whatIsNoneIsUnknownAndNoReasonToHoldAnAnswer() {
        assertThat(Placeholder.unknown("{公司} {咨询人} {公司}")).containsExactly("{公司}");
        assertThat(Placeholder.left("公式 {a+b}，{\n}")).isEmpty();
        assertThat(Placeholder.unknown(null)).isEmpty();
    }
}
