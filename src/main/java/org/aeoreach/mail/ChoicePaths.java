package org.aeoreach.mail;

/** Where the secret link of a mail leads. */
public final class ChoicePaths {

    /** What a path parameter has to look like to be the secret part of a link. */
    public static final String PATTERN = "[A-Za-z0-9_-]{43}";

    /** Path of the pages. */
    public static final String ROOT = "/portal/mail";

    private ChoicePaths() {}

    /** The page where somebody says what he gets. */
    public static String page(String link) {
        return ROOT + "/" + link;
    }

    /** What a mail program calls when its reader wants no more such mail (RFC 8058). */
    public static String decline(String link) {
        return page(link) + "/unsubscribe";
    }
}
