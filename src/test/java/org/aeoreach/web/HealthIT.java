package org.aeoreach.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

@RunAsClient
class HealthIT implements ServerTest {

    @Test
    void isReadyWithDatabaseSchemaAndDisk() {
        var answer = Caller.anonymous().get("/health/ready");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"database\":\"UP\"", "\"schema\":\"UP\"");
    }

    /** Search is a part: the node is ready while its index is made, and says how far it is. */
    @Test
    void tellsHowItsSearchIndexesStand() throws InterruptedException {
        Instant end = Instant.now().plusSeconds(30);
        String body = Caller.anonymous().get("/health/ready").body();
        while (body.contains("MAKING")) {
            assertThat(Instant.now()).as(body).isBefore(end);
            Thread.sleep(200);
            body = Caller.anonymous().get("/health/ready").body();
        }
        assertThat(body)
                .contains("\"status\":\"UP\"", "\"name\":\"search\"", "\"whole\":true")
                .containsPattern(
                        "\"enterprise\":\"READY records=[1-9][0-9]* bytes=[1-9][0-9]* followed=20\\S+ committed=20")
                .contains("\"partner\":\"READY", "\"person\":\"READY");
    }

    @Test
    void isHiddenFromWhoeverComesThroughAProxy() {
        for (String path : List.of("/health/ready", "/health/live")) {
            var answer = Caller.anonymous().send("GET", path, null, "X-Forwarded-For", "203.0.113.9");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("database");
        }
    }

    @Test
    void signsDemoPersonIn() {
        Caller officer = Caller.signedIn("shekou.officer");
        assertThat(officer.get("/desk").statusCode()).isEqualTo(200);
    }
}
