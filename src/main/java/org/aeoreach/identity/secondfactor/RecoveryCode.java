package org.aeoreach.identity.secondfactor;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.aeoreach.platform.Digests;

/** A code on paper, for the day the authenticator is lost: 80 random bits in four groups. */
record RecoveryCode(String text) {

    static final int COUNT = 10;

    // Without the letters and figures that look alike on paper.
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    static List<RecoveryCode> fresh() {
        return Stream.generate(RecoveryCode::random).limit(COUNT).toList();
    }

    private static RecoveryCode random() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(i > 0 && i % GROUP == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new RecoveryCode(text.toString());
    }

    /** However it was typed: capitals, hyphens and spaces make no difference. */
    byte[] hash() {
        return Digests.sha256(text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
    }

    @Override
    public String toString() {
        return "***";
    }
}
