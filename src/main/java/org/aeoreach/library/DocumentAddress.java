package org.aeoreach.library;

import org.jspecify.annotations.Nullable;

/** Where a document is read on the portal. */
public final class DocumentAddress {
    private static final String SCHEME = "doc:";

    private DocumentAddress() {}

    public static String of(String code) {
        return "/portal/library/documents/" + code;
    }

    /** @param anchor of a section; empty for the document as a whole */
    public static String of(String code, String anchor) {
        return anchor.isEmpty() ? of(code) : of(code) + "#" + anchor;
    }

    /** The address of a link in a text, {@code doc:<code>#<anchor>} or one of the web, as of today. */
    public static String ofLink(String link) {
        return ofLink(link, null);
    }

    /**
     * The address of a link in a text, {@code doc:<code>#<anchor>} or one of the web.
     *
     * @param asOf day of which the reader sees the law, or null for today
     */
    static String ofLink(String link, @Nullable String asOf) {
        if (!link.startsWith(SCHEME)) {
            return link;
        }
        String[] parts = link.substring(SCHEME.length()).split("#", 2);
        String query = asOf == null ? "" : "?asOf=" + asOf;
        return of(parts[0]) + query + (parts.length == 2 ? "#" + parts[1] : "");
    }
}
