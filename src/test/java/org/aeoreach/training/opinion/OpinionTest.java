package org.aeoreach.training.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.aeoreach.testing.Rows;
import org.aeoreach.training.after.PastSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who says what he thinks of a session, and until when; whose it is stays unread. */
@Tag("db")
class OpinionTest {

    private static final String GIVE = "select training_feedback_give(?, cast(? as jsonb), ?)";
    private static final String GOOD = "{\"content\":5,\"trainers\":4,\"value\":5,\"words\":\"ok\",\"ratings\":{}}";
    private static final String BAD = "{\"content\":1,\"value\":2,\"ratings\":{}}";

    private static OffsetDateTime after(Duration time) {
        return PastSession.at(PastSession.END.plus(time));
    }

    @Test
    void itIsGivenForAWeekAndChangedWithinIt() throws SQLException {
        try (PastSession session = PastSession.of("HELD")) {
            session.came("a");
            byte[] link = session.link("a");
            assertThat(PastSession.asked(GIVE, link, GOOD, after(Duration.ofSeconds(-1))))
                    .isEqualTo("CLOSED");
            assertThat(PastSession.asked(GIVE, link, GOOD, after(Duration.ZERO)))
                    .isEqualTo("KEPT");
            assertThat(PastSession.asked(GIVE, link, BAD, after(Duration.ofDays(6))))
                    .isEqualTo("KEPT");
            assertThat(PastSession.asked(GIVE, link, GOOD, after(Duration.ofDays(7))))
                    .isEqualTo("CLOSED");
            Rows.Row kept = Rows.one(
                    "select count(*) as many, max(content) as content, max(words) is null as silent from training_feedback"
                            + " where session_id = ?",
                    session.id());
            assertThat(kept.text("many") + kept.text("content") + kept.text("silent"))
                    .isEqualTo("11true");
        }
    }

    @Test
    void whoWasNotThereSaysNothing() throws SQLException {
        try (PastSession session = PastSession.of("HELD")) {
            session.registered("absent");
            assertThat(PastSession.asked(GIVE, session.link("absent"), GOOD, after(Duration.ZERO)))
                    .isEqualTo("CLOSED");
            assertThat(PastSession.asked(GIVE, new byte[32], GOOD, after(Duration.ZERO)))
                    .isEqualTo("NONE");
            long walkIn = session.unannounced("b");
            assertThat(PastSession.asked(GIVE, session.link(walkIn), GOOD, after(Duration.ZERO)))
                    .isEqualTo("KEPT");
        }
    }

    @Test
    void noRequestReadsWhoseItIs() {
        assertThatThrownBy(() -> PastSession.asked("select attendance_id from training_feedback"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }
}
