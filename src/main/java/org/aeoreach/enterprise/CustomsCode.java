package org.aeoreach.enterprise;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.aeoreach.platform.Problem;

/**
 * The registration or filing code customs gives an enterprise: ten characters, of which the first four are the digits
 * of the customs office of registration; the rest are digits or capital letters. Only the form is checked here.
 */
public record CustomsCode(String text) {

    private static final Pattern FORM = Pattern.compile("[0-9]{4}[0-9A-Z]{6}");

    /**
     * Reads what somebody typed: wide characters, blanks and small letters are put right.
     *
     * @throws Problem 400 naming the field when it has not the form
     */
    public static CustomsCode of(String field, String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
        if (!FORM.matcher(text).matches()) {
            throw Problem.invalid(field, "enterprise.invalid.customs-code");
        }
        return new CustomsCode(text);
    }
}
