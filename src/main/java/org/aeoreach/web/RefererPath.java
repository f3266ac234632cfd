package org.aeoreach.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The page of ours that a browser says it comes from. */
final class RefererPath {

    private RefererPath() {}

    /** Path and query of the address when it names this host, else the start page. */
    static String of(String referer, @Nullable String host) {
        try {
            URI page = URI.create(referer);
            if (page.getRawAuthority() != null && page.getRawAuthority().equals(host) && page.getRawPath() != null) {
                String query = page.getRawQuery();
                return page.getRawPath() + (query == null ? "" : "?" + query);
            }
        } catch (IllegalArgumentException malformed) {
            return "/";
        }
        return "/";
    }
}
