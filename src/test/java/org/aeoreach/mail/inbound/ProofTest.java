package org.aeoreach.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is believed of what a mail says about where it comes from. */
class ProofTest {

    private static Proof of(String fields) {
        return Proof.of(
                Head.of((fields + "\r\nFrom: a@firm.test\r\n\r\nwords").getBytes(StandardCharsets.ISO_8859_1)),
                "MX.customs.test");
    }

    private static String said(Proof proof) {
        return proof.spf() + " " + proof.dkim() + " " + proof.dmarc();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mx.customs.test; spf=pass smtp.mailfrom=firm.test; dkim=pass header.d=firm.test; dmarc=pass | pass pass pass | false",
                "mx.customs.test 1; SPF = Fail (is not; spf=pass) smtp.mailfrom=x; dmarc=fail (p=reject) | fail null fail | true",
                "mx.customs.test; dkim=fail; dkim=pass header.d=firm.test | null pass null | false",
                "mx.customs.test; spf=softfail; dkim=none | softfail none null | true",
                "mx.customs.test; spf=fail; dkim=pass; dmarc=fail | fail pass fail | true",
                "mx.customs.test; spf=fail; dkim=pass; dmarc=pass | fail pass pass | false",
                "mx.customs.test; spf=temperror; dmarc=temperror | temperror null temperror | false",
                "mx.customs.test; spf=fail reason=\"a; dmarc=pass\" | fail null null | true",
                "mx.customs.test; none | null null null | false",
                "mx.customs.test; spf=passed | passed null null | false",
                "mx.customs.test;;; =; spf | null null null | false",
                "mx.evil.test; spf=pass; dmarc=pass | null null null | false",
                "mx.customs.test.evil.test; dmarc=pass | null null null | false",
                "(mx.customs.test) evil; dmarc=pass | null null null | false",
            })
    void isWhatTheServerOfOursSaysAlone(String value, String expected, boolean failed) {
        Proof proof = of("Authentication-Results: " + value);
        assertThat(said(proof)).isEqualTo(expected);
        assertThat(proof.failed()).isEqualTo(failed);
    }

    @Test
    void isWhatStandsOnTopThoughTheMailBroughtItsOwn() {
        Proof proof = of("Authentication-Results: mx.customs.test;\r\n dmarc=fail header.from=firm.test\r\n"
                + "Authentication-Results: mx.customs.test; dmarc=pass; spf=pass");
        assertThat(said(proof)).isEqualTo("null null fail");
    }

    @Test
    void isNothingWhereNoServerIsNamed() {
        Head head = Head.of("Authentication-Results: ; dmarc=pass\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Proof.of(head, "").known()).isFalse();
    }
}
