package org.aeoreach.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordProfileTest {
    private static final CommonPasswords COMMON = new CommonPasswords();
    private static final List<String> CONTEXT = List.of("shekou.officer", "梁晓川", "Liang Xiaochuan");

    private static String fault(PasswordProfile profile, String password) {
        String fault = profile.fault(password, CONTEXT, COMMON);
        return fault == null ? "" : fault.substring("identity.invalid.password-".length());
    }

    @ParameterizedTest
    @CsvSource({
        "Vultur7-mar,       length",
        "Vultur7-marm,      ''",
        "vulturmarmota,     classes",
        "Vulturmarmota,     classes",
        "Vulturmarmota7,    ''",
        "vultur-marmota7,   ''",
        "Xiaochuan-2026!,   common",
        "Shekou.Officer1,   common",
    })
    void mlpsAsksForThreeOfFourClasses(String password, String fault) {
        assertThat(fault(PasswordProfile.MLPS, password)).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource({"vultur marmot zirbe, ''", "correct horse battery staple, ''", "短短短短, length"})
    void asvsAsksForNoClasses(String password, String fault) {
        assertThat(fault(PasswordProfile.ASVS, password)).isEqualTo(fault);
    }

    @Test
    void countsCharactersAndNotBytes() {
        assertThat(fault(PasswordProfile.ASVS, "海关口岸稽查风险贸易安全畅通")).isEmpty();
        assertThat(fault(PasswordProfile.ASVS, "v".repeat(100) + "ultur marmot zirbe and much more"))
                .isEqualTo("length");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Woaini1314520!", "Password2026!", "P@ssw0rd@2026", "Haiguan@123456", "aaaaaaaaaaaaaaa",
                        "1234567890123456",
                "qwertyuiop1234", "Admin123456789", "AEO-Reach-2026", "Customs#China1", "Qwerty!Qwerty!",
                        "abcdefghijklmnop"
            })
    void refusesWhatIsGuessedFirst(String password) {
        assertThat(COMMON.contains(password, CONTEXT)).as(password).isTrue();
    }

    @Test
    void expiresAfterItsDays() {
        Instant set = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(PasswordProfile.MLPS.expired(set, Instant.parse("2026-03-31T23:59:59Z")))
                .isFalse();
        assertThat(PasswordProfile.MLPS.expired(set, Instant.parse("2026-04-01T00:00:00Z")))
                .isTrue();
        assertThat(PasswordProfile.ASVS.expired(set, Instant.parse("2036-04-01T00:00:00Z")))
                .isFalse();
    }
}
