package org.aeoreach.identity.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1234567890, 005924", "2000000000, 279037", "20000000000, 353130"})
    void makesTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(second))).hasValue(second / 30);
    }

    @Test
    void allowsClocksToDifferByOnePeriod() {
        String code = Totp.code(SECRET, Instant.ofEpochSecond(3000));
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(3059))).hasValue(100);
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(2970))).hasValue(100);
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(3060))).isEmpty();
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(2969))).isEmpty();
    }

    @Test
    void writesSecretsAsAppsReadThem() {
        assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.uri("AEO Reach", "li.lei", SECRET))
                .startsWith(
                        "otpauth://totp/AEO%20Reach:li.lei?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=AEO%20Reach");
    }

    @Test
    void opensABoxOnlyWithItsKeyAndForItsAccount() {
        SecretBox box = new SecretBox("one key");
        byte[] closed = box.close(7, SECRET);
        assertThat(box.open(7, closed)).isEqualTo(SECRET);
        assertThat(new String(closed, StandardCharsets.ISO_8859_1)).doesNotContain("1234567890");
        assertThatThrownBy(() -> box.open(8, closed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new SecretBox("another").open(7, closed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void readsRecoveryCodesHoweverTheyAreTyped() {
        assertThat(RecoveryCode.fresh()).hasSize(10).doesNotHaveDuplicates();
        assertThat(new RecoveryCode("ABCD-EFGH-JKLM-NPQR").hash())
                .isEqualTo(new RecoveryCode(" abcdefgh jklmnpqr ").hash());
    }
}
