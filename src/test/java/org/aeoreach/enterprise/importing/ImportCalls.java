package org.aeoreach.enterprise.importing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.aeoreach.launcher.TestServer;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;

/** Imports over REST as an officer makes them. */
record ImportCalls(Caller officer) {

    static final String IMPORTS = "/api/v1/enterprises/imports";
    static final String HEADER = "customs_code,name_zh,name_en,grade,grade_since\n";
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A code of the house that no other test uses. */
    static String code(String house) {
        return house + "7I" + "%04d".formatted(COUNT.incrementAndGet());
    }

    static Reply receive(Caller who, String source, byte[] content, String type) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestServer.base() + IMPORTS + "?source=" + source))
                .header("Content-Type", type)
                .header("Cookie", String.valueOf(who.cookie()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                .build();
        return Reply.of(Caller.send(request));
    }

    static Reply receive(Caller who, String csv) {
        return receive(who, "test", csv.getBytes(StandardCharsets.UTF_8), "text/csv");
    }

    static Reply send(Caller who, String verb, long id, String part, String body, String tag) {
        return Reply.of(who.json(verb, IMPORTS + "/" + id + part, body, "If-Match", tag));
    }

    static Reply start(Caller who, Reply received) {
        assertThat(received.status()).as(received.body().toString()).isIn(200, 201);
        Reply started = send(who, "POST", received.id(), "/start", "{}", received.etag());
        assertThat(started.status()).isEqualTo(202);
        return started;
    }

    static Reply ended(Caller who, long id) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            Reply one = Reply.of(who.get(IMPORTS + "/" + id));
            if (one.body().getJsonObject("job").containsKey("finishedAt")) {
                return one;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the job did not end");
    }

    Reply imported(String csv) throws InterruptedException {
        Reply done = ended(officer, start(officer, receive(officer, csv)).id());
        assertThat(done.body().getString("status")).as(done.body().toString()).isEqualTo("DONE");
        return done;
    }

    Reply undone(Reply done) throws InterruptedException {
        assertThat(send(officer, "POST", done.id(), "/undo", "{}", done.etag()).status())
                .isEqualTo(202);
        return ended(officer, done.id());
    }

    List<String> reasons(Reply done) {
        JsonObject rejected =
                Reply.of(officer.get(IMPORTS + "/" + done.id() + "/rejected")).body();
        return rejected.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(row -> row.getInt("line") + " " + row.getString("reason"))
                .toList();
    }

    static long having(String codes) throws SQLException {
        return Rows.number("select count(*) from enterprise where customs_code like ?", codes);
    }
}
