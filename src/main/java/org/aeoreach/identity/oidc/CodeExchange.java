package org.aeoreach.identity.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The two halves of the protocol: the question the browser carries to the provider, and what the code is worth. */
@ApplicationScoped
class CodeExchange {

    @Inject
    private ProviderDirectory directory;

    @Inject
    private Outbound outbound;

    @Inject
    private OidcSettings settings;

    /** Where the browser goes to be asked who it is. */
    URI question(Seed seed, String language) throws ProviderFault {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", settings.clientId());
        query.put("redirect_uri", settings.returnAddress());
        query.put("scope", settings.scopes());
        query.put("state", seed.state());
        query.put("nonce", seed.nonce());
        query.put("code_challenge", seed.challenge());
        query.put("code_challenge_method", "S256");
        query.put("ui_locales", language);
        if (!settings.acrValues().isEmpty()) {
            query.put("acr_values", settings.acrValues());
        }
        return with(directory.metadata().authorization(), query);
    }

    /**
     * Trades the code for a token, at the provider itself.
     *
     * @return the token, not yet checked
     */
    String token(String code, Seed seed) throws ProviderFault {
        ProviderMetadata provider = directory.metadata();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", settings.returnAddress());
        form.put("code_verifier", seed.verifier());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(provider.token()).header("Content-Type", "application/x-www-form-urlencoded");
        boolean basic = provider.basic() && !settings.clientSecret().isEmpty();
        if (basic) {
            request.header("Authorization", basic());
        } else {
            form.put("client_id", settings.clientId());
            if (!settings.clientSecret().isEmpty()) {
                form.put("client_secret", settings.clientSecret());
            }
        }
        Outbound.Answer answer = outbound.send(request.POST(HttpRequest.BodyPublishers.ofString(encoded(form))));
        if (answer.status() != 200) {
            throw ProviderFault.wrong("the code was refused: " + answer.json().getString("error", "no reason given"));
        }
        return answer.json().getString("id_token", "");
    }

    /** Where the browser goes to be signed out there too, if the provider does that (RP-Initiated Logout 1.0). */
    Optional<URI> signOut() throws ProviderFault {
        URI address = directory.metadata().endSession();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", settings.clientId());
        query.put("post_logout_redirect_uri", settings.afterSignOut());
        return Optional.ofNullable(address).map(end -> with(end, query));
    }

    private static URI with(URI address, Map<String, String> query) {
        return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + encoded(query));
    }

    /** RFC 6749, 2.3.1: both parts are encoded as in a form before they are put together. */
    private String basic() {
        String both = encoded(settings.clientId()) + ":" + encoded(settings.clientSecret());
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
