package org.aeoreach.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aeoreach.platform.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsccTest {

    // The first is the example printed in GB 32100-2015; the others were worked out by hand from its formula.
    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y43,91350100M000100Y43",
        "９１３５０１００Ｍ０００１００Ｙ４３,91350100M000100Y43",
        "91350100 m000100y 43,91350100M000100Y43",
        "000000000000000000,000000000000000000",
        "10000000000000000Y,10000000000000000Y"
    })
    void putsRightWhatPeopleType(String typed, String code) {
        assertThat(Uscc.of("uscc", typed).text()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y4,enterprise.invalid.uscc-length,17",
        "91350100M000100Y434,enterprise.invalid.uscc-length,19",
        "91350100MO00100Y43,enterprise.invalid.uscc-character,10",
        "91350100M0001_0Y43,enterprise.invalid.uscc-character,14",
        "91350100M000100Y4Z,enterprise.invalid.uscc-character,18",
        "91350100M000100Y44,enterprise.invalid.uscc-check,4",
        "91350100M000010Y43,enterprise.invalid.uscc-check,3"
    })
    void saysWhatIsWrongAndWhere(String typed, String key, String first) {
        assertThatThrownBy(() -> Uscc.of("uscc", typed)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.errors().get(0).field()).isEqualTo("uscc");
            assertThat(problem.errors().get(0).key()).isEqualTo(key);
            assertThat(problem.errors().get(0).arguments()[0].toString()).isEqualTo(first);
        });
    }

    /** Any two neighbours that differ, taken one for the other, are found: the weights differ modulo 31. */
    @ParameterizedTest
    @CsvSource({"0", "5", "9", "15"})
    void findsTransposedNeighbours(int at) {
        String right = "91350100M000100Y43";
        if (right.charAt(at) != right.charAt(at + 1)) {
            String wrong = right.substring(0, at) + right.charAt(at + 1) + right.charAt(at) + right.substring(at + 2);
            assertThatThrownBy(() -> Uscc.of("uscc", wrong)).isInstanceOf(Problem.class);
        }
    }
}
