package org.aeoreach.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.aeoreach.platform.Digests;
import org.jspecify.annotations.Nullable;

/** 256 random bits as they stand in a cookie or a link, base64url. At rest only their SHA-256 is kept. */
public record Token(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String FORM = "[A-Za-z0-9_-]{43}";

    public Token {
        if (!text.matches(FORM)) {
            throw new IllegalArgumentException("not a token");
        }
    }

    public static Token random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The token a text is, if it can be one. */
    public static Optional<Token> of(@Nullable String text) {
        return text != null && text.matches(FORM) ? Optional.of(new Token(text)) : Optional.empty();
    }

    public byte[] hash() {
        return Digests.sha256(text);
    }

    /** Whoever reads a log must not be able to use it. */
    @Override
    public String toString() {
        return "***";
    }
}
