package org.aeoreach.enterprise;

import java.text.Normalizer;
import java.util.Locale;
import org.aeoreach.platform.Problem;

/**
 * The registration or filing code customs gives an enterprise: ten characters, of which the first four are the digits
 * of the customs office of registration; the rest are digits or capital letters. Only the form is checked here.
 */
public record CustomsCode(String text) {

    private static final int LENGTH = 10;
    private static final int UNIT = 4;

    /**
     * Reads what somebody typed: wide characters, blanks and small letters are put right.
     *
     * @throws Problem 400 at the field, naming the character that cannot be right
     */
    public static CustomsCode of(String field, String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
        int length = text.codePointCount(0, text.length());
        if (length != LENGTH) {
            throw Problem.invalid(field, "enterprise.invalid.customs-code-length", length);
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit && (i < UNIT || c < 'A' || c > 'Z')) {
                String wrong = new String(Character.toChars(text.codePointAt(i)));
                throw Problem.invalid(
                        field,
                        i < UNIT ? "enterprise.invalid.customs-code-unit" : "enterprise.invalid.customs-code-character",
                        i + 1,
                        wrong);
            }
        }
        return new CustomsCode(text);
    }

    /** The digits of the unit that gave the code. */
    public String unit() {
        return text.substring(0, UNIT);
    }
}
