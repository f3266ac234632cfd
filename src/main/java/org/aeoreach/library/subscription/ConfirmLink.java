package org.aeoreach.library.subscription;

import java.security.SecureRandom;
import java.util.Base64;
import org.aeoreach.platform.Digests;

/** The secret part of a link that confirms an address once: 32 random bytes; the database keeps only their hash. */
record ConfirmLink(String text) {

    /** What a path parameter has to look like to be one. */
    static final String PATTERN = "[A-Za-z0-9_-]{43}";

    private static final SecureRandom RANDOM = new SecureRandom();

    static ConfirmLink fresh() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new ConfirmLink(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        return Digests.sha256(text);
    }

    /** Never the secret: it must not get into a log. */
    @Override
    public String toString() {
        return "ConfirmLink";
    }
}
