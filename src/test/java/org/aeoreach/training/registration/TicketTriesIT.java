package org.aeoreach.training.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.training.after.PastSession;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** How much is done with one ticket. */
@RunAsClient
class TicketTriesIT implements ServerTest {

    private static final String TICKET = "/portal/trainings/tickets/";

    @Test
    void oneTicketIsUsedSixtyTimesAnHourAndOthersAreNoneTheWorse() throws Exception {
        try (PastSession session = PastSession.of("HELD")) {
            session.came("Kim");
            session.link("Kim");
            session.came("Liv");
            session.link("Liv");
            Caller anybody = Caller.anonymous();
            Map<String, String> said = Map.of("contentRating", "5", "valueRating", "5");
            String feedback = TICKET + session.token("Kim") + "/feedback";
            for (int i = 0; i < 60; i++) {
                assertThat(anybody.form(feedback, said).statusCode()).isNotEqualTo(429);
            }
            assertThat(anybody.form(feedback, said).statusCode()).isEqualTo(429);
            assertThat(anybody.form(TICKET + session.token("Kim") + "/acceptance", Map.of())
                            .statusCode())
                    .as("whatever is done with it")
                    .isEqualTo(429);
            assertThat(anybody.form(TICKET + session.token("Liv") + "/feedback", said)
                            .statusCode())
                    .isNotEqualTo(429);
        }
    }
}
