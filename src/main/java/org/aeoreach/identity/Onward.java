package org.aeoreach.identity;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.aeoreach.web.LocalAddress;
import org.jspecify.annotations.Nullable;

/** Carries the address somebody wanted through the steps of a sign-in. */
final class Onward {

    private Onward() {}

    static URI to(String page, @Nullable String next) {
        return next == null || next.isEmpty()
                ? URI.create(page)
                : URI.create(page + "?next="
                        + URLEncoder.encode(LocalAddress.of(next).toString(), StandardCharsets.UTF_8));
    }
}
