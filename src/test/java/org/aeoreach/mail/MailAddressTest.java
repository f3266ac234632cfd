package org.aeoreach.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aeoreach.platform.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"liang@customs.example", "a.b+c@x.y.example", "o'neil@localhost", "n_1@xn--fiq228c.example"})
    void takesAnOrdinaryAddress(String text) {
        assertThat(MailAddress.of("mail", text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "a@b@c",
                "@b",
                "a@",
                "a@b\r\nBcc: c@d",
                "a@b\n",
                "a@b\u0000",
                "a@b,c@d",
                "a@b c@d",
                "<a@b>",
                "A <a@b>",
                "\"a b\"@c",
                "a(b)@c",
                "a@b\u760D\u760ARCPT TO:<c@d>",
                "a\u760D\u760A@b",
                "上海@customs.example",
                "a@上海.example",
                "a@b\uFF0Cc@d",
                ".a@b",
                "a..b@c",
                "a@-b",
                "a@b..c"
            })
    void refusesWhatIsNotOneAsciiAddress(String text) {
        assertThatThrownBy(() -> MailAddress.of("mail", text)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.errors()).singleElement().satisfies(error -> assertThat(error.field())
                    .isEqualTo("mail"));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 255})
    void refusesAnAddressLongerThanTheStandardAllows(int letters) {
        String text = "a".repeat(letters) + "@customs.example";
        assertThatThrownBy(() -> MailAddress.of("mail", text)).isInstanceOf(Problem.class);
    }
}
