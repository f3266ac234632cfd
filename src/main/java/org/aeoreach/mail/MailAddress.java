package org.aeoreach.mail;

import java.util.regex.Pattern;
import org.aeoreach.platform.Problem;

/**
 * One address mail can be sent to, and nothing besides: ASCII only, no comment, no quoting, no second address. Letters
 * outside ASCII are refused even where RFC 6531 allows them: on their way to the wire some lose their upper byte, and
 * what is left of U+760D U+760A is a line end (CVE-2025-7962).
 */
public record MailAddress(String text) {

    private static final int MOST = 254;
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    public MailAddress {
        if (!isWellFormed(text)) {
            throw new IllegalArgumentException("not a mail address");
        }
    }

    /** @throws Problem 400 naming the field when the text is no such address */
    public static MailAddress of(String field, String text) {
        if (!isWellFormed(text)) {
            throw Problem.invalid(field, "mail.invalid.address");
        }
        return new MailAddress(text);
    }

    private static boolean isWellFormed(String text) {
        return text.length() <= MOST
                && text.indexOf('@') <= 64
                && FORM.matcher(text).matches();
    }
}
