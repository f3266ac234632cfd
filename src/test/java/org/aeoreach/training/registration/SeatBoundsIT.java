package org.aeoreach.training.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.aeoreach.platform.Digests;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** What is said to who comes too late. */
@RunAsClient
class SeatBoundsIT implements ServerTest {

    @Test
    void whoGivesUpWhatIsOverIsToldThatItIs() throws Exception {
        try (SampleSession session = SampleSession.of(1, "")) {
            session.register("late", null);
            session.set("starts_at = '2020-01-01 01:00+00', ends_at = '2020-01-01 02:00+00'");
            long id = session.registration("late");
            String token = String.format("%043d", id);
            Rows.change(
                    "insert into training_ticket (hash, registration_id, expires_at) values (?, ?, '2099-06-01')",
                    Digests.sha256(token),
                    id);
            String ticket = "/portal/trainings/tickets/" + token;
            assertThat(Caller.anonymous()
                            .form(ticket + "/cancellation", Map.of())
                            .statusCode())
                    .isEqualTo(409);
            assertThat(Caller.signedIn("gacc.officer")
                            .form("/desk/trainings/registrations/" + id + "/cancellation", Map.of())
                            .body())
                    .contains("本场次已结束或已取消");
            assertThat(session.states()).containsExactly("late REGISTERED");
        } finally {
            Rows.change("delete from mail where recipient like '%@seats.example'");
        }
    }
}
