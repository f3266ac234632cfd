package org.aeoreach.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenTextTest {

    @Test
    void tokenIsKnownByItsPrefixAndChecksum() {
        String token = TokenText.fresh();
        assertThat(token).matches("aeo_[0-9A-Za-z]{49}");
        assertThat(TokenText.wellFormed(token)).isTrue();
    }

    @Test
    void everyMistypedCharacterBreaksTheChecksum() {
        String token = TokenText.fresh();
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'x' ? 'y' : 'x';
            String mistyped = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(TokenText.wellFormed(mistyped)).as(mistyped).isFalse();
        }
    }

    @Test
    void nothingElseIsTakenForToken() {
        String token = TokenText.fresh();
        assertThat(TokenText.wellFormed("")).isFalse();
        assertThat(TokenText.wellFormed("aeo_")).isFalse();
        assertThat(TokenText.wellFormed("abc")).isFalse();
        assertThat(TokenText.wellFormed(token + "0")).isFalse();
        assertThat(TokenText.wellFormed(token + ", " + token)).isFalse();
        assertThat(TokenText.wellFormed(token.substring(4))).isFalse();
    }

    @Test
    void usesAllDigitsEverywhere() {
        Set<String> places = new HashSet<>();
        for (int i = 0; i < 3000; i++) {
            String chance = TokenText.fresh().substring(4, 47);
            for (int place = 0; place < chance.length(); place++) {
                places.add(place + ":" + chance.charAt(place));
            }
        }
        assertThat(places).hasSize(43 * 62);
    }
}
