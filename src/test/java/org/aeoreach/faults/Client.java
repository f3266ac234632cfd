package org.aeoreach.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who uses the application over HTTP, signed in or not. */
final class Client {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration UPLOAD_LIMIT = Duration.ofMinutes(5);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String base;
    private String cookie = "";

    Client(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** The same person at another node. */
    Client at(int port) {
        Client other = new Client(port);
        other.cookie = cookie;
        return other;
    }

    /** A complete answer. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        boolean succeeded() {
            return status() >= 200 && status() < 300;
        }

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** Not now, but soon: says so in the product's own form, and when to come back. */
        boolean asksToComeBack() {
            return status() == 503
                    && !header("Retry-After").isEmpty()
                    && header("Content-Type").startsWith("application/problem+json");
        }

        /** The number at the end of the address of what was created. */
        long created() {
            String location = header("Location");
            if (location.isEmpty()) {
                throw new AssertionError("says nothing of what was created: " + this);
            }
            return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
        }

        /** The first value of a field in JSON. */
        String field(String name) {
            Matcher matcher = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(body());
            if (!matcher.find()) {
                throw new AssertionError("no " + name + " in " + status() + " " + body());
            }
            return matcher.group(1);
        }

        @Override
        public String toString() {
            return response.request().method() + " " + response.uri().getPath() + " -> " + status() + " ["
                    + header("Content-Type") + "] [" + header("Retry-After") + "] [" + header("Location") + "] "
                    + body().substring(0, Math.min(200, body().length()));
        }
    }

    /** Signs in as one of the demo accounts and goes on as that person. */
    Client signIn(String login) throws IOException {
        Answer answer = trySignIn(login);
        if (answer.status() != 303) {
            throw new AssertionError("cannot sign in: " + answer);
        }
        cookie = answer.header("Set-Cookie").split(";", 2)[0];
        return this;
    }

    Answer trySignIn(String login) throws IOException {
        return form("/sign-in", "account=" + account(login));
    }

    /** The number under which the sign-in page lists the account. */
    private long account(String login) throws IOException {
        Matcher matcher = Pattern.compile(
                        "name=\"account\" value=\"([0-9]+)\"(?:(?!name=\"account\").)*?>" + Pattern.quote(login) + "<",
                        Pattern.DOTALL)
                .matcher(get("/sign-in").body());
        if (!matcher.find()) {
            throw new AssertionError("the sign-in page does not list " + login);
        }
        return Long.parseLong(matcher.group(1));
    }

    /** @param fields as a browser encodes them */
    Answer form(String path, String fields) throws IOException {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    Answer get(String path) throws IOException {
        return send(request(path).GET());
    }

    /** For a place that expects no fault at all. */
    Answer getOrFail(String path) {
        try {
            return get(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer post(String path, String json, String idempotencyKey) throws IOException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(json)));
    }

    Answer put(String path, String json, String etag) throws IOException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .PUT(BodyPublishers.ofString(json)));
    }

    Answer postIfMatch(String path, String etag) throws IOException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .POST(BodyPublishers.noBody()));
    }

    Answer upload(String path, String type, Path file) throws IOException {
        return send(
                request(path).timeout(UPLOAD_LIMIT).header("Content-Type", type).POST(BodyPublishers.ofFile(file)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(LIMIT);
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private static Answer send(HttpRequest.Builder request) throws IOException {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
