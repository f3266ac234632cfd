package org.aeoreach.outreach.importing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.aeoreach.launcher.TestServer;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;

/** Imports of past contacts over REST as an officer makes them. */
record ContactCalls(Caller officer) {

    static final String IMPORTS = "/api/v1/touchpoints/imports";

    Reply receive(String source, byte[] content, String type) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestServer.base() + IMPORTS + "?source=" + source))
                .header("Content-Type", type)
                .header("Cookie", String.valueOf(officer.cookie()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                .build();
        return Reply.of(Caller.send(request));
    }

    Reply receive(String csv) {
        return receive("test", csv.getBytes(StandardCharsets.UTF_8), "text/csv");
    }

    Reply send(String verb, long id, String part, String body, String tag) {
        return Reply.of(officer.json(verb, IMPORTS + "/" + id + part, body, "If-Match", tag));
    }

    /** The same file with another mode. */
    Reply inMode(Reply received, String mode) {
        String fields = received.body().getJsonArray("fields").toString().replace("\"\"", "\"-\"");
        return send(
                "PUT",
                received.id(),
                "/columns",
                "{\"mode\":\"" + mode + "\",\"field\":" + fields + "}",
                received.etag());
    }

    Reply start(Reply received) {
        assertThat(received.status()).as(received.body().toString()).isIn(200, 201);
        Reply started = send("POST", received.id(), "/start", "{}", received.etag());
        assertThat(started.status()).as(started.body().toString()).isEqualTo(202);
        return started;
    }

    Reply ended(long id) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            Reply one = Reply.of(officer.get(IMPORTS + "/" + id));
            if (one.body().getJsonObject("job").containsKey("finishedAt")) {
                return one;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the job did not end");
    }

    Reply done(Reply received) throws InterruptedException {
        Reply done = ended(start(received).id());
        assertThat(done.body().getString("status")).as(done.body().toString()).isEqualTo("DONE");
        return done;
    }

    Reply imported(String csv) throws InterruptedException {
        return done(receive(csv));
    }

    Reply undone(Reply done) throws InterruptedException {
        assertThat(send("POST", done.id(), "/undo", "{}", done.etag()).status()).isEqualTo(202);
        return ended(done.id());
    }

    /** The refused rows, each as its line and the reason. */
    List<String> reasons(Reply done) {
        JsonObject rejected =
                Reply.of(officer.get(IMPORTS + "/" + done.id() + "/rejected")).body();
        return rejected.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(row -> row.getInt("line") + " " + row.getString("reason"))
                .toList();
    }
}
