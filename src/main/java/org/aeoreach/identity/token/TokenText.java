package org.aeoreach.identity.token;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The text of a token: {@code aeo_}, 43 letters and digits of chance (256 bits), 6 of a checksum. A scanner for leaked
 * secrets knows it by the prefix and the checksum, and one that is mistyped needs no look into the database.
 */
final class TokenText {

    static final String PREFIX = "aeo_";

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int CHANCE = 43;
    private static final int CHECKSUM = 6;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (CHANCE + CHECKSUM) + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenText() {}

    static String fresh() {
        StringBuilder text = new StringBuilder(PREFIX);
        for (int i = 0; i < CHANCE; i++) {
            text.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return text.append(checksum(text.toString())).toString();
    }

    static boolean wellFormed(String text) {
        int end = text.length() - CHECKSUM;
        return FORM.matcher(text).matches() && checksum(text.substring(0, end)).equals(text.substring(end));
    }

    /** CRC-32 of what stands before it, in base 62. */
    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        char[] digits = new char[CHECKSUM];
        long rest = crc.getValue();
        for (int i = CHECKSUM - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
        return new String(digits);
    }
}
