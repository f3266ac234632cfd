package org.aeoreach.identity.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.web.LocalAddress;
import org.jspecify.annotations.Nullable;

/** What the sign-in page shows of the provider. */
@ApplicationScoped
public class ProviderButton {

    @Inject
    private OidcSettings settings;

    /**
     * The button, or its absence.
     *
     * @param only whether the page is to offer no other way
     * @param label in the reader's language; empty for the usual words
     * @param address where it leads
     */
    public record Shown(boolean there, boolean only, String label, String address) {}

    public Shown shown(@Nullable String next) {
        String wanted = next == null || next.isEmpty()
                ? ""
                : "?next=" + URLEncoder.encode(LocalAddress.of(next).toString(), StandardCharsets.UTF_8);
        return new Shown(
                settings.configured(),
                settings.only(),
                settings.label(RequestContext.current().language()),
                "/sign-in/provider" + wanted);
    }
}
