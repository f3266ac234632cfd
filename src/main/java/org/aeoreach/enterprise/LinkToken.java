package org.aeoreach.enterprise;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.aeoreach.platform.Digests;

/** The secret part of a link that works once: 32 random bytes; the database keeps only their hash. */
public record LinkToken(String text) {

    /** What a path parameter has to look like to be one. */
    public static final String PATTERN = "[A-Za-z0-9_-]{43}";

    private static final SecureRandom RANDOM = new SecureRandom();

    public static LinkToken fresh() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Nothing when the text cannot be one. */
    public static Optional<LinkToken> of(String text) {
        return text.matches(PATTERN) ? Optional.of(new LinkToken(text)) : Optional.empty();
    }

    public byte[] hash() {
        return Digests.sha256(text);
    }

    /** Never the secret: it must not get into a log. */
    @Override
    public String toString() {
        return "LinkToken";
    }
}
