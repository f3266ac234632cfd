package org.aeoreach.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import org.aeoreach.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Liang\r\nBcc: x@y.example",
                "Liang\n",
                "Liang\r",
                "Liang\u0000",
                "Liang\u001B[2J",
                "Liang\u0085",
                "Liang\u2028x",
                "\u202Ezh.moc",
                "lone \uD83D surrogate"
            })
    void refusesWhatIsNotOneLineOfPlainText(String text) {
        assertThatThrownBy(() -> HeaderText.of("nameZh", text))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors().get(0).field()).isEqualTo("nameZh"));
    }

    @Test
    void refusesMoreThanFiveHundredCharacters() {
        assertThatThrownBy(() -> HeaderText.of("subject", "海".repeat(501))).isInstanceOf(Problem.class);
    }

    // Encoded words, addresses, and letters whose lower byte is that of a line end.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "梁晓川（演示）",
                "上海海关",
                "瘊瘍",
                "=?UTF-8?B?DQpCY2M6IHhAeS5leGFtcGxl?=",
                "a <x@y.example>, b",
                "\"quoted\\\"",
                "Tang Yu'an",
                "Liang",
                "🙂",
                "请您代理一位名字很长的同事在一个名称也很长的隶属海关的工作，以便检验折行，而不拆开任何一个字符🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂"
            })
    void arrivesAsTheTextItIs(String text) throws Exception {
        String encoded = HeaderText.of("nameZh", text).encoded();
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(encoded)).isTrue();
        assertThat(encoded.split("\r\n ")).allSatisfy(line -> {
            assertThat(line).matches("[\\x20-\\x7e]*").hasSizeLessThanOrEqualTo(75);
        });
        assertThat(MimeUtility.decodeText(MimeUtility.unfold(encoded))).isEqualTo(text);
    }

    // U+1FAE9 is younger than the Unicode this runs on.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann\uD83E\uDEE9",
                "Ann\u2028",
                "\u202EAnn",
                "\u000BAnn\u0085",
                "Ann\uD83D",
                "\u2066Ann\u2069",
                "Ann\r\n"
            })
    void whatMayNotBeInALineIsABlankWhereItWasTypedForAnotherPurpose(String typed) {
        assertThat(HeaderText.plain(typed).text()).isEqualTo("Ann");
        assertThat(HeaderText.lines("body", HeaderText.plainLines(typed + "\n" + typed)))
                .contains("Ann");
    }

    @Test
    void whatIsTooLongIsCutAndNoLetterInTwo() {
        assertThat(HeaderText.plain("海".repeat(501)).text()).hasSize(500);
        assertThat(HeaderText.plain("海".repeat(499) + "🙂").text()).isEqualTo("海".repeat(499));
    }
}
