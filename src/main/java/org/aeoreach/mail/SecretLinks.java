package org.aeoreach.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links that let in whoever follows them. They are for the recipient of a letter and nobody else who reads its text. */
public final class SecretLinks {

    // A secret of ours has 32 bytes at least, so 43 characters or more of base 64 or 62 in one piece.
    private static final Pattern LINK =
            Pattern.compile("(?:https?://|/)[!#-;=?-~]*?(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43,}[!#-;=?-~]*");

    private SecretLinks() {}

    /** The text without them. @param instead what is said in the place of each */
    public static String takenOut(String text, String instead) {
        return LINK.matcher(text).replaceAll(Matcher.quoteReplacement(instead));
    }
}
