package org.aeoreach.enterprise.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EconomiesTest {

    @Test
    void readsCodesAndNamesOfBothLanguagesEachOnce() {
        assertThat(Economies.parse("tradingPartners", List.of("日本、de，Vietnam; 中国香港, JP", "中国台湾")))
                .containsExactly("JP", "DE", "VN", "HK", "TW");
    }

    @Test
    void namesTheWordThatIsNoEconomy() {
        assertThatThrownBy(() -> Economies.parse("tradingPartners", List.of("日本、火星")))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                                problem.errors().get(0).arguments())
                        .containsExactly("火星"));
    }

    /** What a form shows must be read again as the same, whichever language it was shown in. */
    @ParameterizedTest
    @EnumSource
    void readsAgainWhatItShows(Language language) {
        List<String> all = List.of(java.util.Locale.getISOCountries());
        assertThat(Economies.parse("tradingPartners", List.of(Economies.names(all, language))))
                .containsExactlyElementsOf(all);
    }
}
