package org.aeoreach.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID provider on this machine: discovery, sign-in page, token endpoint with PKCE and codes that work once, keys,
 * sign-out. It keeps to the protocol until it is told to err.
 */
public final class TestProvider {
    private static final String CLIENT = "aeo-reach";
    // With characters that must be encoded in the header.
    private static final String SECRET = "s3cret:/+&%";

    private static @Nullable TestProvider running;

    private final HttpServer server;
    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Map<String, Handling> instead = new ConcurrentHashMap<>();
    private volatile RSAKey key = newKey();
    private volatile Minting minting = this::signed;
    private volatile int keyReads;

    private record Grant(Map<String, String> question, UnaryOperator<JWTClaimsSet.Builder> claims) {}

    /** Makes a token of claims. */
    public interface Minting {
        JWT token(JWTClaimsSet claims) throws JOSEException;
    }

    /** Answers a request in its own way. */
    public interface Handling {
        void handle(HttpExchange exchange) throws IOException;
    }

    private TestProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "provider");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
    }

    /** The one provider of this run. */
    public static synchronized TestProvider running() {
        if (running == null) {
            try {
                running = new TestProvider();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running;
    }

    /** What makes an installation use this provider. */
    public Map<String, String> environment() {
        return Map.of(
                "AEO_OIDC_ISSUER",
                issuer(),
                "AEO_OIDC_CLIENT_ID",
                CLIENT,
                "AEO_OIDC_CLIENT_SECRET",
                SECRET,
                "AEO_OIDC_LOGIN_CLAIM",
                "preferred_username",
                "AEO_OIDC_LABEL_ZH",
                "海关统一身份认证",
                "AEO_OIDC_LABEL_EN",
                "Customs single sign-on");
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public static String client() {
        return CLIENT;
    }

    /** Back to keeping to the protocol. */
    public void behave() {
        instead.clear();
        minting = this::signed;
    }

    /** From now on answers a path in another way. */
    public void answer(String path, Handling handling) {
        instead.put(path, handling);
    }

    /** From now on makes tokens in another way. */
    public void mint(Minting other) {
        minting = other;
    }

    public RSAKey key() {
        return key;
    }

    /** Signs with a new key from now on, and forgets the old one. */
    public void rotate() {
        key = newKey();
    }

    public static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How often the keys were read. */
    public int keyReads() {
        return keyReads;
    }

    /**
     * Somebody signs in on the page to which a browser was led.
     *
     * @param question address of that page, with the query of the client
     * @return the address to which he is led back
     */
    public String signIn(String question, UnaryOperator<JWTClaimsSet.Builder> claims) {
        Map<String, String> asked = fields(URI.create(question).getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, new Grant(asked, claims));
        return asked.get("redirect_uri") + "?code=" + code + "&state=" + encoded(asked.getOrDefault("state", ""));
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            Handling other = instead.get(path);
            if (other != null) {
                other.handle(exchange);
                return;
            }
            switch (path) {
                case "/.well-known/openid-configuration" -> send(exchange, 200, description());
                case "/keys" -> keys(exchange);
                case "/authorize" -> authorize(exchange);
                case "/token" -> token(exchange);
                case "/end" -> end(exchange);
                default -> send(exchange, 404, "{}");
            }
        }
    }

    /** As a provider would describe itself, with its own address for every endpoint. */
    public String description() {
        return "{\"issuer\":\"" + issuer() + "\",\"authorization_endpoint\":\"" + issuer()
                + "/authorize\",\"token_endpoint\":\"" + issuer() + "/token\",\"jwks_uri\":\"" + issuer()
                + "/keys\",\"end_session_endpoint\":\"" + issuer() + "/end\",\"response_types_supported\":[\"code\"],"
                + "\"subject_types_supported\":[\"public\"],\"id_token_signing_alg_values_supported\":[\"RS256\"]}";
    }

    private void keys(HttpExchange exchange) throws IOException {
        keyReads++;
        send(exchange, 200, new JWKSet(key).toString());
    }

    /** A page with one field: the login; as subject serves the same with "subject-" before it. */
    private void authorize(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        String login = exchange.getRequestMethod().equals("POST")
                ? fields(body(exchange)).getOrDefault("login", "")
                : "";
        if (login.isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
            send(
                    exchange,
                    200,
                    "<!DOCTYPE html><html lang=\"en\"><title>Provider</title><form method=\"post\"><label>Login"
                            + " <input name=\"login\"></label> <button>Sign in</button></form></html>");
            return;
        }
        String back = signIn(issuer() + "/authorize?" + query, claims -> claims.subject("subject-" + login)
                .claim("preferred_username", login));
        exchange.getResponseHeaders().set("Location", back);
        exchange.sendResponseHeaders(303, -1);
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = fields(body(exchange));
        Grant grant = codes.remove(form.getOrDefault("code", ""));
        String expected = "Basic " + base64(encoded(CLIENT) + ":" + encoded(SECRET));
        if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "{\"error\":\"invalid_client\"}");
        } else if (grant == null || !matches(grant.question(), form)) {
            send(exchange, 400, "{\"error\":\"invalid_grant\"}");
        } else {
            send(
                    exchange,
                    200,
                    "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"" + mint(grant) + "\"}");
        }
    }

    private static boolean matches(Map<String, String> question, Map<String, String> form) {
        return "authorization_code".equals(form.get("grant_type"))
                && question.getOrDefault("redirect_uri", "").equals(form.get("redirect_uri"))
                && "S256".equals(question.get("code_challenge_method"))
                && question.getOrDefault("code_challenge", "").equals(hash(form.getOrDefault("code_verifier", "")));
    }

    private String mint(Grant grant) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", grant.question().get("nonce"));
        try {
            return minting.token(grant.claims().apply(claims).build()).serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWT signed(JWTClaimsSet claims) throws JOSEException {
        return signed(claims, key);
    }

    /** A token signed with this key, under the id the key has. */
    public static JWT signed(JWTClaimsSet claims, RSAKey with) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(with.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(with));
        return token;
    }

    private static void end(HttpExchange exchange) throws IOException {
        Map<String, String> query = fields(exchange.getRequestURI().getRawQuery());
        exchange.getResponseHeaders().set("Location", query.getOrDefault("post_logout_redirect_uri", "/"));
        exchange.sendResponseHeaders(303, -1);
    }

    /** Sends a body; JSON unless the type was set. */
    public static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json"));
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The fields of a form or a query. */
    public static Map<String, String> fields(@Nullable String encoded) {
        Map<String, String> fields = new HashMap<>();
        for (String field : (encoded == null ? "" : encoded).split("&", -1)) {
            String[] parts = field.split("=", 2);
            fields.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
