package org.aeoreach.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.aeoreach.launcher.TestServer;
import org.aeoreach.testing.Caller;
import org.jspecify.annotations.Nullable;

/**
 * All that an answer tells as one text: status, headers a person or program sees, and the body; of a workbook or an
 * archive what is packed in it.
 */
record Answer(int status, String text) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final List<String> TOLD = List.of("Location", "Content-Disposition", "Content-Type", "ETag", "Link");

    // Others count at the same time.
    private static final int RATES_FORGOTTEN = 20;

    /** A request with names of marks in braces. @param type of the body */
    record Sent(
            String verb,
            String path,
            @Nullable String type,
            @Nullable String body) {

        static final String FORM = "application/x-www-form-urlencoded";

        /** With the marks in their places. */
        Sent filled(Marks marks) {
            String text = body == null ? null : FORM.equals(type) ? marks.inAddress(body) : marks.in(body);
            return new Sent(verb, marks.inAddress(path), type, text);
        }
    }

    static Answer get(Caller caller, String path) {
        return to(caller, new Sent("GET", path, null, null));
    }

    static Answer to(Caller caller, Sent sent) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TestServer.base() + sent.path()))
                .timeout(Duration.ofSeconds(30))
                .method(
                        sent.verb(),
                        sent.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(sent.body()));
        if (sent.type() != null) {
            request.header("Content-Type", sent.type());
        }
        if (sent.path().startsWith("/api/")) {
            request.header("If-Match", "\"v0\"");
        }
        if (caller.cookie() != null) {
            request.header("Cookie", caller.cookie());
        }
        try {
            Answer answer = of(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
            for (int again = 0; answer.status() == 429 && again < RATES_FORGOTTEN; again++) {
                LeakWorld.forgetRates();
                answer = of(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
            }
            return answer;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(sent.path(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Answer of(HttpResponse<byte[]> answer) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String header : TOLD) {
            answer.headers()
                    .allValues(header)
                    .forEach(value ->
                            text.append(header).append(": ").append(value).append('\n'));
        }
        text.append(content(answer.body()));
        String id = answer.headers().firstValue("X-Request-Id").orElse("-");
        return new Answer(answer.statusCode(), text.toString().replace(id, "request"));
    }

    private static String content(byte[] body) throws IOException {
        boolean packed = body.length > 3 && body[0] == 'P' && body[1] == 'K' && body[2] == 3;
        if (!packed) {
            return new String(body, StandardCharsets.UTF_8);
        }
        // The streaming reader refuses the entries our writer makes; a file has its directory at the end.
        Path file = Files.createTempFile("answer", ".zip");
        try {
            Files.write(file, body);
            return packed(file);
        } finally {
            Files.delete(file);
        }
    }

    private static String packed(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                text.append(entry.getName())
                        .append('\n')
                        .append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8))
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** Without what differs from one moment to the next: times of day, how long it took, random numbers of forms. */
    String lasting() {
        return status + "\n"
                + text.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "uuid")
                        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "moment")
                        .replaceAll("\"tookMs\":[0-9]+", "\"tookMs\":#")
                        .replaceAll("\\b\\d\\d:\\d\\d(:\\d\\d)?\\b", "time");
    }
}
