package org.aeoreach.web;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An address to return to, which a request may name but only within this site. */
public final class LocalAddress {

    /** Visible ASCII without the backslash, which browsers take for a slash. */
    private static final Pattern PRINTABLE = Pattern.compile("[!-\\[\\]-~]+");

    private LocalAddress() {}

    /** The address itself when it is a path of ours, else the portal. */
    public static URI of(@Nullable String wanted) {
        if (wanted != null
                && wanted.startsWith("/")
                && !wanted.startsWith("//")
                && PRINTABLE.matcher(wanted).matches()) {
            try {
                return URI.create(wanted);
            } catch (IllegalArgumentException malformed) {
                return URI.create("/portal");
            }
        }
        return URI.create("/portal");
    }
}
