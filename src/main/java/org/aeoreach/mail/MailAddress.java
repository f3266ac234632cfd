package org.aeoreach.mail;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aeoreach.platform.Problem;

/**
 * One address mail can be sent to, and nothing besides: ASCII only, no comment, no quoting, no second address. Letters
 * outside ASCII are refused even where RFC 6531 allows them: on their way to the wire some lose their upper byte, and
 * what is left of U+760D U+760A is a line end (CVE-2025-7962).
 */
public record MailAddress(String text) {

    private static final int MOST = 254;
    private static final Pattern LOCAL_PART = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9-]{1,63}");

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

    /** What stands behind the at sign, in small letters. */
    public String domain() {
        return text.substring(text.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether it is such an address. */
    public static boolean isWellFormed(String text) {
        int at = text.indexOf('@');
        return at > 0
                && text.length() <= MOST
                && isLocalPart(text.substring(0, at))
                && Stream.of(text.substring(at + 1).split("\\.", -1)).allMatch(MailAddress::isLabel);
    }

    private static boolean isLocalPart(String text) {
        boolean dotted = text.startsWith(".") || text.endsWith(".") || text.contains("..");
        return !dotted && LOCAL_PART.matcher(text).matches();
    }

    private static boolean isLabel(String text) {
        return !text.startsWith("-")
                && !text.endsWith("-")
                && LABEL.matcher(text).matches();
    }
}
