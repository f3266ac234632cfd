package org.aeoreach.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lets somebody in is shown to nobody else. */
class SecretLinksTest {

    private static final String BASE64 = "Zx9_-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKL";
    private static final String TOKEN = "aeo_0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLM";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://reach.example/reset/" + TOKEN,
                "https://reach.example/invitation/" + TOKEN,
                "https://reach.example/portal/ask/status/" + BASE64,
                "https://reach.example/portal/ask/status/" + BASE64 + "?from=mail#end",
                "http://localhost:8080/portal/mail/" + BASE64 + "/unsubscribe",
                "https://reach.example/confirm?token=" + BASE64,
                "/portal/rate/" + BASE64
            })
    void takesOutTheWholeLink(String link) {
        assertThat(SecretLinks.takenOut("见此：" + link + "\n谢谢 " + link, "[…]")).isEqualTo("见此：[…]\n谢谢 […]");
    }

    @Test
    void leavesWhatOpensNothing() {
        String text = "https://reach.example/portal/library/guides/how-to-apply-for-aeo-certification-step-by\n"
                + "/portal/my/enquiries/123 zhao@firm.example $1 ACDL-20261124-000123";
        assertThat(SecretLinks.takenOut(text, "[…]")).isEqualTo(text);
    }
}
