package org.aeoreach.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2Test {
    private static final Argon2 SMALL = new Argon2(64, 1, 1);

    /** From the reference implementation: {@code echo -n password | argon2 somesalt -id -t 2 -m 8 -p 1 -l 32 -e}. */
    @Test
    void readsHashesOfTheReferenceImplementation() {
        Argon2 same = new Argon2(64, 2, 1);
        String ours = same.hash("password");
        assertThat(ours).startsWith("$argon2id$v=19$m=64,t=2,p=1$");
        assertThat(Argon2.matches(ours, "password")).isTrue();
        assertThat(Argon2.matches(
                        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                        "password"))
                .isTrue();
    }

    @Test
    void saltsEveryHashAndRefusesAnotherPassword() {
        String first = SMALL.hash("one password");
        assertThat(first).isNotEqualTo(SMALL.hash("one password"));
        assertThat(Argon2.matches(first, "one passwort")).isFalse();
    }

    @Test
    void takesFullWidthLettersForTheSame() {
        assertThat(Argon2.matches(SMALL.hash("Ａｂｃ１２３"), "Abc123")).isTrue();
    }

    @Test
    void knowsHashesMadeByOtherParameters() {
        assertThat(Argon2.STANDARD.made(SMALL.hash("x"))).isFalse();
        assertThat(SMALL.made(SMALL.hash("x"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "$argon2i$v=19$m=64,t=1,p=1$AAAAAAAAAAA$AAAAAAAAAAAAAAAA", "{noop}password"})
    void refusesWhatIsNoHashOfOurs(String text) {
        assertThatThrownBy(() -> Argon2.matches(text, "x")).isInstanceOf(IllegalArgumentException.class);
    }
}
