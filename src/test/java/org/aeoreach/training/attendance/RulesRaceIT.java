package org.aeoreach.training.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.training.Blocking;
import org.aeoreach.training.checkin.SampleHall;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** When attendance counts is changed while it is being closed. */
@RunAsClient
class RulesRaceIT implements ServerTest {

    private final Caller house = Caller.signedIn("shekou.officer");

    @Test
    void whoIsLaterThanTheClosingChangesNothing() throws Exception {
        try (SampleHall hall = SampleHall.of(null).during("-3 hours", "-1 hour");
                Blocking closing =
                        Blocking.by("select from training_seat_pool where session_id = ? for update", hall.id())) {
            closing.run("update training_session set status = 'HELD', closed_at = now() where id = ?", hall.id());
            CompletableFuture<HttpResponse<String>> ruled = CompletableFuture.supplyAsync(() -> house.json(
                    "PUT",
                    "/api/v1/trainings/" + hall.id() + "/attendance/rules",
                    "{\"minShare\":40,\"checkOut\":true}"));
            closing.met().commit();
            assertThat(ruled.join().statusCode()).isEqualTo(409);
            assertThat(Rows.number("select min_share from training_session where id = ?", hall.id()))
                    .isEqualTo(70);
        }
    }
}
