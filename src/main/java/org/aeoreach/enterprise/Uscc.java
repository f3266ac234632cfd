package org.aeoreach.enterprise;

import java.text.Normalizer;
import java.util.Locale;
import org.aeoreach.platform.Problem;

/**
 * The unified social credit code of an organisation: 18 characters of which the last is a check character over the
 * other 17 (GB 32100-2015: weights are powers of 3 modulo 31, in an alphabet of digits and capital letters without I, O,
 * S, V and Z).
 */
public record Uscc(String text) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    /**
     * Reads what somebody typed: wide characters, blanks and small letters are put right.
     *
     * @throws Problem 400 at the field, naming the character that cannot be right
     */
    public static Uscc of(String field, String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
        int length = text.codePointCount(0, text.length());
        if (length != LENGTH) {
            throw Problem.invalid(field, "enterprise.invalid.uscc-length", length);
        }
        for (int i = 0; i < LENGTH; i++) {
            if (ALPHABET.indexOf(text.charAt(i)) < 0) {
                String wrong = new String(Character.toChars(text.codePointAt(i)));
                throw Problem.invalid(field, "enterprise.invalid.uscc-character", i + 1, wrong);
            }
        }
        char right = checkCharacter(text);
        if (text.charAt(LENGTH - 1) != right) {
            throw Problem.invalid(
                    field,
                    "enterprise.invalid.uscc-check",
                    String.valueOf(text.charAt(LENGTH - 1)),
                    String.valueOf(right));
        }
        return new Uscc(text);
    }

    /** The check character that belongs to the first 17 characters, all of the alphabet. */
    public static char checkCharacter(String first) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(first.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
