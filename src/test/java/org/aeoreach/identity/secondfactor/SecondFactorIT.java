package org.aeoreach.identity.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aeoreach.identity.Officer;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in with a second factor, from setting it up to losing it. */
@RunAsClient
class SecondFactorIT implements ServerTest {
    private static final Pattern SECRET = Pattern.compile("code secret\">([A-Z2-7 ]+)<");
    private static final Pattern RECOVERY = Pattern.compile("<li class=\"code\">([A-Z0-9-]{19})</li>");
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private record Enrolled(Officer officer, Caller caller, byte[] secret, List<String> recovery) {

        String code(int periods) {
            return Totp.code(secret, Instant.now().plusSeconds(30L * periods));
        }

        HttpResponse<String> step(String code) {
            HttpResponse<String> first = officer.signIn(Officer.PASSWORD);
            assertThat(first.headers().firstValue("Location")).contains("/sign-in/code");
            assertThat(first.headers().allValues("Set-Cookie")).noneMatch(each -> each.startsWith("__Host-aeo="));
            return new Caller("step", Officer.cookie(first, "__Host-aeo-step"))
                    .form("/sign-in/code", Map.of("code", code));
        }
    }

    @BeforeEach
    void forget() throws SQLException {
        Officer.forgetAttempts();
    }

    private static Enrolled enrol() throws SQLException {
        Officer officer = Officer.make();
        Caller caller = officer.caller();
        assertThat(caller.form("/me/second-factor", Map.of("current", "wrong")).statusCode())
                .isEqualTo(400);
        assertThat(caller.form("/me/second-factor", Map.of("current", Officer.PASSWORD))
                        .statusCode())
                .isEqualTo(303);
        String page = caller.get("/me/second-factor").body();
        Matcher found = SECRET.matcher(page);
        assertThat(found.find()).isTrue();
        byte[] secret = bytes(found.group(1).replace(" ", ""));
        assertThat(caller.form("/me/second-factor/confirmation", Map.of("code", "000000"))
                        .statusCode())
                .isEqualTo(400);
        // At the end of its half minute the code of the one before would be two of them old when it is read.
        while (Instant.now().getEpochSecond() % 30 >= 25) {
            LockSupport.parkNanos(100_000_000L);
        }
        HttpResponse<String> codes = caller.form(
                "/me/second-factor/confirmation",
                Map.of("code", Totp.code(secret, Instant.now().minusSeconds(30))));
        assertThat(codes.statusCode()).isEqualTo(200);
        List<String> recovery = RECOVERY.matcher(codes.body())
                .results()
                .map(each -> each.group(1))
                .toList();
        assertThat(recovery).hasSize(10);
        return new Enrolled(officer, caller, secret, recovery);
    }

    private static byte[] bytes(String base32) {
        byte[] bytes = new byte[base32.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int next = 0;
        for (char letter : base32.toCharArray()) {
            buffer = (buffer << 5) | LETTERS.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[next++] = (byte) (buffer >> bits);
            }
        }
        return bytes;
    }

    @Test
    void takesEachCodeOnce() throws SQLException {
        Enrolled enrolled = enrol();
        assertThat(enrolled.step("123456").statusCode()).isEqualTo(400);
        String code = enrolled.code(0);
        HttpResponse<String> in = enrolled.step(code);
        assertThat(in.headers().firstValue("Location")).contains("/desk");
        assertThat(enrolled.step(code).statusCode()).as("the same code again").isEqualTo(400);
        assertThat(enrolled.step(enrolled.code(1)).statusCode())
                .as("the next one")
                .isEqualTo(303);
        assertThat(enrolled.step(enrolled.code(0)).statusCode())
                .as("an earlier one")
                .isEqualTo(400);
    }

    @Test
    void takesEachRecoveryCodeOnce() throws SQLException {
        Enrolled enrolled = enrol();
        String code = enrolled.recovery().get(3);
        assertThat(enrolled.step(code.toLowerCase(java.util.Locale.ROOT)).statusCode())
                .isEqualTo(303);
        assertThat(enrolled.step(code).statusCode()).isEqualTo(400);
        assertThat(enrolled.step(enrolled.recovery().get(4)).statusCode()).isEqualTo(303);
    }

    @Test
    void locksAfterFiveWrongCodes() throws SQLException {
        Enrolled enrolled = enrol();
        for (int i = 0; i < 5; i++) {
            enrolled.step("123456");
        }
        assertThat(enrolled.step(enrolled.code(0)).statusCode()).isEqualTo(400);
    }

    @Test
    void keepsSecretsEncryptedAndShowsThemNoMore() throws SQLException {
        Enrolled enrolled = enrol();
        byte[] kept = (byte[]) Rows.one(
                        "select secret from second_factor where account_id = ?",
                        enrolled.officer().id())
                .columns()
                .get("secret");
        assertThat(java.util.HexFormat.of().formatHex(kept))
                .doesNotContain(java.util.HexFormat.of().formatHex(enrolled.secret()));
        assertThat(enrolled.caller().get("/me/second-factor").body()).doesNotContain("code secret");
    }

    @Test
    void administratorTakesALostFactorAwayAndThePersonIsTold() throws SQLException {
        Enrolled enrolled = enrol();
        String path = "/api/v1/people/" + enrolled.officer().id() + "/second-factor";
        assertThat(Caller.signedIn("pudong.officer").send("DELETE", path, null).statusCode())
                .isEqualTo(403);
        assertThat(Caller.signedIn("shekou.admin").send("DELETE", path, null).statusCode())
                .isEqualTo(204);
        assertThat(enrolled.officer().signIn(Officer.PASSWORD).headers().firstValue("Location"))
                .contains("/desk");
        assertThat(Rows.number(
                        "select count(*) from mail where template = 'identity-factor-removed' and recipient = ?",
                        enrolled.officer().login() + "@example.test"))
                .isEqualTo(1);
    }
}
