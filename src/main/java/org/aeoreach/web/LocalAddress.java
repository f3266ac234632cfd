package org.aeoreach.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** An address to return to, which a request may name but only within this site. */
public final class LocalAddress {

    private LocalAddress() {}

    /** The address itself when it is a path of ours, else the portal. */
    public static URI of(@Nullable String wanted) {
        if (wanted != null && wanted.matches("/([A-Za-z0-9_-][!-~]*)?") && !wanted.contains("\\")) {
            try {
                return URI.create(wanted);
            } catch (IllegalArgumentException malformed) {
                return URI.create("/portal");
            }
        }
        return URI.create("/portal");
    }
}
