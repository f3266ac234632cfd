package org.aeoreach.identity.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Language;

/** The identity provider as the installation's configuration names it. Without an issuer there is none. */
@ApplicationScoped
public class OidcSettings {

    static final String RETURN = "/sign-in/provider/return";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    @Inject
    private Configuration configuration;

    /** Whether people can sign in this way. */
    public boolean configured() {
        return !issuer().isEmpty() && !clientId().isEmpty();
    }

    /** Whether the installation wants no other way on its sign-in page. */
    public boolean only() {
        return configured() && Boolean.parseBoolean(configuration.text("aeo.oidc.only", "false"));
    }

    /** What the button on the sign-in page says, or an empty text for the usual words. */
    public String label(Language language) {
        return language == Language.EN
                ? configuration.text("aeo.oidc.label.en", "")
                : configuration.text("aeo.oidc.label.zh", "");
    }

    /** Exactly as the provider writes it in its tokens. */
    String issuer() {
        return configuration.text("aeo.oidc.issuer", "");
    }

    String clientId() {
        return configuration.text("aeo.oidc.client.id", "");
    }

    /** Empty for a public client, which is protected by PKCE alone. */
    String clientSecret() {
        return configuration.text("aeo.oidc.client.secret", "");
    }

    String scopes() {
        return configuration.text("aeo.oidc.scopes", "openid profile email");
    }

    /** The claim that equals a login here; empty: the verified mail address decides. */
    String loginClaim() {
        return configuration.text("aeo.oidc.login.claim", "");
    }

    /** Classes of authentication asked for, in the order of preference; empty for the provider's own choice. */
    String acrValues() {
        return configuration.text("aeo.oidc.acr.values", "");
    }

    /**
     * Whether only those may enter for whom the provider's token names a second factor or one of the classes asked for.
     * The second factor is the provider's matter; this makes sure that it asked for one.
     */
    boolean wantsStrong() {
        return Boolean.parseBoolean(configuration.text("aeo.oidc.strong", "false"));
    }

    String returnAddress() {
        return configuration.baseUrl() + RETURN;
    }

    /** Where the provider sends people after it signed them out. */
    String afterSignOut() {
        return configuration.baseUrl() + "/portal";
    }

    /**
     * Whether a request may go there: a host of the configuration, over HTTPS unless it is this machine. What a
     * provider's own description names counts for nothing beyond that.
     */
    boolean allows(URI address) {
        String host = address.getHost();
        return host != null
                && address.getUserInfo() == null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme()) && LOOPBACK.contains(host)))
                && hosts().contains(host.toLowerCase(Locale.ROOT));
    }

    private Set<String> hosts() {
        Stream<String> own = Stream.ofNullable(URI.create(issuer()).getHost());
        return Stream.concat(own, configuration.list("aeo.oidc.hosts").stream())
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
