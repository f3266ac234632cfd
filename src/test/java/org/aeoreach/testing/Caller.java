package org.aeoreach.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aeoreach.launcher.TestServer;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who calls the server under test over HTTP, signed in or not. Redirects are not followed.
 *
 * @param cookie of his session, {@code name=value}, or null
 */
public record Caller(String name, @Nullable String cookie) {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public static Caller anonymous() {
        return new Caller("anonymous", null);
    }

    /** Signs a demo person in, in the first of his roles. */
    public static Caller signedIn(String login) {
        HttpResponse<String> answer = anonymous().form("/sign-in", Map.of("account", Long.toString(account(login))));
        if (answer.statusCode() != 303) {
            throw new IllegalStateException(login + " cannot sign in: " + answer.statusCode() + " " + answer.body());
        }
        List<String> cookies = answer.headers().allValues("Set-Cookie");
        return new Caller(login, cookies.get(0).split(";", 2)[0]);
    }

    /** The id of a demo person. */
    public static long account(String login) {
        try {
            return Rows.number("select id from account where login = ?", login);
        } catch (SQLException e) {
            throw new IllegalStateException("no demo person " + login, e);
        }
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null);
    }

    /** Sends a form as a browser does; headers are names and values in turn. */
    public HttpResponse<String> form(String path, Map<String, String> fields, String... headers) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/x-www-form-urlencoded";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return send("POST", path, body, all);
    }

    /** Sends JSON; headers are names and values in turn. */
    public HttpResponse<String> json(String method, String path, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/json";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return send(method, path, body, all);
    }

    /** Sends anything; a null body sends none. */
    public HttpResponse<String> send(String method, String path, @Nullable String body, String... headers) {
        return publish(method, path, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body), headers);
    }

    /** Sends what is no text. */
    public HttpResponse<String> bytes(String method, String path, byte[] body, String... headers) {
        return publish(method, path, BodyPublishers.ofByteArray(body), headers);
    }

    private HttpResponse<String> publish(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TestServer.base() + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        return send(request.build());
    }

    /** Sends a request made elsewhere, without this caller's cookie. */
    public static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("no answer to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
