package org.aeoreach.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The credentials of a program in the header {@code Authorization} (RFC 6750); a browser never sends them by itself. */
public final class BearerToken {

    /** Where they open anything. */
    private static final String API = "/api/v1/";

    /** Says where to begin; a problem with a token adds its error code. */
    public static final String CHALLENGE = "Bearer realm=\"AEO Reach\"";

    private static final String SCHEME = "bearer";

    private BearerToken() {}

    /** Whether the header is of this scheme, whatever follows. */
    public static boolean in(@Nullable String authorization) {
        return authorization != null
                && (authorization + " ").toLowerCase(Locale.ROOT).startsWith(SCHEME + " ");
    }

    /** What follows the name of the scheme. */
    public static String of(String authorization) {
        return authorization.substring(SCHEME.length()).strip();
    }

    /** Whether a raw path belongs to what tokens open. */
    public static boolean opens(String path) {
        return path.startsWith(API);
    }
}
