package org.aeoreach.routes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
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

    /** What is sent with a request. @param type of the body */
    record Sent(
            String verb, @Nullable String type, @Nullable String body) {
        static final Sent NOTHING = new Sent("GET", null, null);
    }

    static Answer get(Caller caller, String path) {
        return to(caller, path, Sent.NOTHING);
    }

    static Answer to(Caller caller, String path, Sent sent) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TestServer.base() + path))
                .timeout(Duration.ofSeconds(30))
                .method(
                        sent.verb(),
                        sent.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(sent.body()));
        if (sent.type() != null) {
            request.header("Content-Type", sent.type());
        }
        if (sent.type() != null && sent.type().endsWith("json")) {
            request.header("If-Match", "\"v0\"");
        }
        if (caller.cookie() != null) {
            request.header("Cookie", caller.cookie());
        }
        try {
            return of(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
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
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(entry.getName())
                        .append('\n')
                        .append(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** Without what differs from one moment to the next: times of day, random numbers of forms. */
    String lasting() {
        return status + "\n"
                + text.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "uuid")
                        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "moment")
                        .replaceAll("\\b\\d\\d:\\d\\d(:\\d\\d)?\\b", "time");
    }
}
