package org.aeoreach.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aeoreach.platform.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomsCodeTest {

    @ParameterizedTest
    @CsvSource({"5304999901,5304999901", "53049 6096t,530496096T", "４４０３１６０９６Ｔ,440316096T", "5304-999901,5304999901"})
    void putsRightWhatPeopleType(String typed, String code) {
        assertThat(CustomsCode.of("customsCode", typed).text()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "53049999", "53049999011", "A304999901", "5304_99901", "91440300MA5DDEMO18"})
    void refusesWhatIsNoCustomsCode(String typed) {
        assertThatThrownBy(() -> CustomsCode.of("customsCode", typed))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors().get(0).field()).isEqualTo("customsCode"));
    }
}
