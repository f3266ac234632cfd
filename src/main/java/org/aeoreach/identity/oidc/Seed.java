package org.aeoreach.identity.oidc;

import java.security.SecureRandom;
import java.util.Base64;
import org.aeoreach.platform.Digests;

/**
 * 256 random bits that the browser keeps while its owner is at the provider. All that the protocol needs to tie the
 * return to this browser follows from them, so the database need not hold it.
 */
record Seed(String text) {

    /** Characters of a seed. */
    static final int LENGTH = 43;

    private static final SecureRandom RANDOM = new SecureRandom();

    static Seed fresh() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Seed(base64(bytes));
    }

    /** Comes back with the code: the answer is to a question of this browser. */
    String state() {
        return derived("state");
    }

    /** Comes back in the token: it was made for this sign-in. */
    String nonce() {
        return derived("nonce");
    }

    /** Goes with the code to the provider: whoever stole the code does not have it (RFC 7636). */
    String verifier() {
        return derived("verifier");
    }

    String challenge() {
        return base64(Digests.sha256(verifier()));
    }

    byte[] hash() {
        return Digests.sha256(text);
    }

    private String derived(String purpose) {
        return base64(Digests.sha256(purpose + " " + text));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Seed";
    }
}
