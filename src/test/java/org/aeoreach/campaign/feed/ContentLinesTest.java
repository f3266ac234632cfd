package org.aeoreach.campaign.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentLinesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "企业信用管理办法", "aeo企业🙂", "\u0301é", "x企"})
    void noLineIsLongerThan75OctetsAndNoCharacterIsCut(String part) {
        for (int times = 0; times < 120; times++) {
            String value = part.repeat(times);
            String text = new ContentLines().add("SUMMARY", value).toString();
            assertThat(text).endsWith("\r\n");
            for (String line : text.split("\r\n", -1)) {
                byte[] octets = line.getBytes(StandardCharsets.UTF_8);
                assertThat(octets.length).isLessThanOrEqualTo(75);
                assertThat(new String(octets, StandardCharsets.UTF_8)).isEqualTo(line);
            }
            assertThat(text.replace("\r\n ", "")).isEqualTo("SUMMARY:" + value + "\r\n");
        }
    }

    @Test
    void aLineOfExactly75OctetsIsNotFolded() {
        assertThat(new ContentLines().add("N", "x".repeat(73)).toString()).isEqualTo("N:" + "x".repeat(73) + "\r\n");
        assertThat(new ContentLines().add("N", "x".repeat(74)).toString())
                .isEqualTo("N:" + "x".repeat(73) + "\r\n x\r\n");
    }

    @Test
    void whatHasAMeaningIsEscapedAndControlCharactersAreLeftOut() {
        assertThat(ContentLines.escaped("a;b,c\\d\r\ne\nf\u0007\rg:\"h\"")).isEqualTo("a\\;b\\,c\\\\d\\ne\\nfg:\"h\"");
    }
}
