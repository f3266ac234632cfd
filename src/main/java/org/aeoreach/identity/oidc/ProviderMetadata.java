package org.aeoreach.identity.oidc;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the provider says of itself (OpenID Connect Discovery 1.0).
 *
 * @param endSession where it signs people out, or null
 * @param basic whether it takes the client's secret in the header {@code Authorization}
 * @param namesItself whether every return from it carries {@code iss} (RFC 9207)
 */
record ProviderMetadata(
        URI authorization, URI token, URI keys, @Nullable URI endSession, boolean basic, boolean namesItself) {

    /** @throws ProviderFault when it is another issuer's or misses what a sign-in needs */
    static ProviderMetadata of(JsonObject json, String issuer) throws ProviderFault {
        if (!issuer.equals(json.getString("issuer", ""))) {
            throw ProviderFault.wrong("the description is of issuer " + json.getString("issuer", "(none)"));
        }
        return new ProviderMetadata(
                required(json, "authorization_endpoint"),
                required(json, "token_endpoint"),
                required(json, "jwks_uri"),
                json.containsKey("end_session_endpoint") ? required(json, "end_session_endpoint") : null,
                basic(json),
                json.getBoolean("authorization_response_iss_parameter_supported", false));
    }

    private static boolean basic(JsonObject json) {
        var methods = json.getJsonArray("token_endpoint_auth_methods_supported");
        List<String> named = methods == null
                ? List.of()
                : methods.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList();
        return named.isEmpty() || named.contains("client_secret_basic") || !named.contains("client_secret_post");
    }

    private static URI required(JsonObject json, String name) throws ProviderFault {
        try {
            URI address = URI.create(json.getString(name, ""));
            if (address.isAbsolute() && address.getFragment() == null) {
                return address;
            }
        } catch (IllegalArgumentException malformed) {
            throw ProviderFault.wrong(name + " is no address");
        }
        throw ProviderFault.wrong(name + " is missing");
    }
}
