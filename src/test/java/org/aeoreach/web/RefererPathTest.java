package org.aeoreach.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefererPathTest {

    @Test
    void keepsPathAndQueryOfOurOwnPage() {
        assertThat(RefererPath.of("https://aeo.example/desk/units/5?x=%E4%B8%AD", "aeo.example"))
                .isEqualTo("/desk/units/5?x=%E4%B8%AD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/desk",
                "not an address",
                "",
                "about:blank",
                "https://aeo.example@evil.example/"
            })
    void forgetsEveryOther(String referer) {
        assertThat(RefererPath.of(referer, "aeo.example")).isEqualTo("/");
    }
}
