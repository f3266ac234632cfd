package org.aeoreach.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodedWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain text | plain text",
                "=?UTF-8?Q?caf=C3=A9_au?= lait | café au lait",
                "=?utf-8?B?5L2g?= =?utf-8?B?5aW9?= | 你好",
                "=?utf-8?B?5L2g?= x | 你 x",
                "a =?utf-8?Q?b?= c | a b c",
                "=?gb2312?B?xOO6ww==?= | 你好",
                "=?x-nonsense?B?5L2g5aW9?= | 你好",
                "=?utf-8?B?***?= | ''",
                "=?utf-8?Q?=0D=0ABcc: x@y?= | =?utf-8?Q?=0D=0ABcc: x@y?=",
                "=?utf-8?Q?=0D=0ABcc:_x@y?= | Bcc: x@y",
            })
    void readsAHeader(String raw, String text) {
        assertThat(EncodedWords.text(raw)).isEqualTo(text);
    }

    @Test
    void readsBytesThatNobodyEncoded() {
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("GBK")}) {
            String bytes = new String("您好，海关".getBytes(charset), StandardCharsets.ISO_8859_1);
            assertThat(EncodedWords.text(bytes)).isEqualTo("您好，海关");
        }
    }

    @Test
    void keepsPasswordsByAddress() {
        assertThat(ImapSettings.passwords("one word of many")).isEqualTo(Map.of("", "one word of many"));
        assertThat(ImapSettings.passwords("A@b.test secret\n c@b.test other one\nrest"))
                .isEqualTo(Map.of("a@b.test", "secret", "c@b.test", "other one", "", "rest"));
    }
}
