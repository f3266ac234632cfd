package org.aeoreach.training.after;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.aeoreach.launcher.TestPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is written to after a session, when, and how often. */
@Tag("db")
class AfterLettersTest {

    private static final String CLAIM = "select string_agg(kind || ' ' || name, ',' order by name) from"
            + " training_after_letters(1000, ?) where session_id = ?";
    private static final String ABSENT = "select string_agg(kind || ' ' || name, ',' order by name) from"
            + " training_absence_letters(1000) where session_id = ?";

    private static String claimed(PastSession session, Duration after) throws SQLException {
        return PastSession.asked(CLAIM, PastSession.at(PastSession.END.plus(after)), session.id());
    }

    @Test
    void everybodyWhoCameGetsOneLetterWhenTheSessionIsClosed() throws SQLException {
        try (PastSession session = PastSession.of("PUBLISHED")) {
            session.came("a");
            session.unannounced("b");
            session.registered("absent");
            assertThat(claimed(session, Duration.ofHours(2))).isEqualTo("null");
            session.set("status = 'HELD'");
            assertThat(claimed(session, Duration.ofHours(2))).isEqualTo("AFTER a,AFTER b");
            assertThat(claimed(session, Duration.ofHours(3))).isEqualTo("null");
        }
    }

    @Test
    void whatIsNotClosedAfterADayIsWrittenAllTheSame() throws SQLException {
        try (PastSession session = PastSession.of("PUBLISHED")) {
            session.came("a");
            assertThat(claimed(session, Duration.ofHours(23))).isEqualTo("null");
            assertThat(claimed(session, Duration.ofHours(24))).isEqualTo("AFTER a");
        }
    }

    @Test
    void afterTheWeekTheLetterBringsTheCertificateToWhomItIsFor() throws SQLException {
        try (PastSession session = PastSession.of("HELD")) {
            session.came("a");
            session.came(session.registered("short"), false);
            assertThat(claimed(session, Duration.ofDays(7))).isEqualTo("CERTIFICATE a");
        }
    }

    /** The node that claimed it is killed before it commits. */
    @Test
    void aLetterThatWasClaimedAndNotKeptIsWrittenByTheNextOneAndOnce() throws SQLException {
        try (PastSession session = PastSession.of("HELD")) {
            session.came("a");
            OffsetDateTime now = PastSession.at(PastSession.END.plus(Duration.ofHours(1)));
            try (Connection killed = TestPostgres.running().application()) {
                killed.setAutoCommit(false);
                assertThat(PastSession.asked(killed, CLAIM, now, session.id())).isEqualTo("AFTER a");
                assertThat(PastSession.asked(CLAIM, now, session.id())).isEqualTo("null");
                killed.rollback();
            }
            assertThat(PastSession.asked(CLAIM, now, session.id())).isEqualTo("AFTER a");
            assertThat(PastSession.asked(CLAIM, now, session.id())).isEqualTo("null");
        }
    }

    @Test
    void whoWasAbsentIsAskedOnceAndAnswersWithinThirtyDays() throws SQLException {
        try (PastSession session = PastSession.of("HELD")) {
            session.came("a");
            session.registered("absent");
            try (Connection officer = TestPostgres.running().application()) {
                PastSession.asked(
                        officer,
                        "select set_config('app.write_lo', '0000.5300.', false),"
                                + " set_config('app.write_hi', '0000.5300/', false)");
                OffsetDateTime asked = PastSession.at(PastSession.END.plus(Duration.ofDays(1)));
                assertThat(PastSession.asked(officer, "select training_ask_absent(?, ?)", session.id(), asked))
                        .isEqualTo("1");
                assertThat(PastSession.asked(officer, "select training_ask_absent(?, ?)", session.id(), asked))
                        .isEqualTo("0");
            }
            assertThat(PastSession.asked(ABSENT, session.id())).isEqualTo("ABSENT absent");
            assertThat(PastSession.asked(ABSENT, session.id())).isEqualTo("null");
            String say = "select training_absence_say(?, 'TIME', 'late', ?)";
            byte[] link = session.link("absent");
            assertThat(PastSession.asked(say, link, PastSession.at(PastSession.END.plus(Duration.ofDays(30)))))
                    .isEqualTo("KEPT");
            assertThat(PastSession.asked(say, link, PastSession.at(PastSession.END.plus(Duration.ofDays(31)))))
                    .isEqualTo("CLOSED");
            assertThat(PastSession.asked(say, session.link("a"), PastSession.at(PastSession.END)))
                    .isEqualTo("NONE");
        }
    }

    @Test
    void anotherUnitAsksNobody() throws SQLException {
        try (PastSession session = PastSession.of("HELD");
                Connection officer = TestPostgres.running().application()) {
            session.registered("absent");
            PastSession.asked(
                    officer,
                    "select set_config('app.write_lo', '0000.2200.', false),"
                            + " set_config('app.write_hi', '0000.2200/', false)");
            assertThat(PastSession.asked(
                            officer, "select training_ask_absent(?, ?)", session.id(), PastSession.at(PastSession.END)))
                    .isEqualTo("null");
        }
    }
}
