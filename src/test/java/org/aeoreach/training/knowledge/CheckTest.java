package org.aeoreach.training.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Rows;
import org.aeoreach.training.after.PastSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When a check can be given, by whom, with which questions, and what is told when. */
@Tag("db")
class CheckTest {

    private static final Instant BEFORE = PastSession.START.minusSeconds(60);
    private static final Instant AFTER = PastSession.END.plus(Duration.ofDays(1));

    private static List<Long> questions(PastSession session) throws SQLException {
        return Rows.all(
                        "select id from training_check_question where course_id = ? and ended_at is null order by number",
                        session.course())
                .stream()
                .map(row -> row.id("id"))
                .toList();
    }

    private static String give(PastSession session, byte[] link, String stage, Instant when, int... chosen)
            throws SQLException {
        List<Long> all = questions(session);
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < chosen.length; i++) {
            json.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(all.get(i))
                    .append("\":")
                    .append(chosen[i]);
        }
        return PastSession.asked(
                "select training_check_give(?, ?, cast(? as jsonb), ?)",
                link,
                stage,
                json.append('}').toString(),
                PastSession.at(when));
    }

    @Test
    void theCheckBeforeClosesWhenTheSessionBegins() throws SQLException {
        try (PastSession session = PastSession.of("PUBLISHED")) {
            session.registered("a");
            byte[] link = session.link("a");
            assertThat(give(session, link, "BEFORE", PastSession.START, 0, 0)).isEqualTo("CLOSED");
            assertThat(give(session, link, "BEFORE", BEFORE, 0)).isEqualTo("MISSING");
            assertThat(give(session, link, "BEFORE", BEFORE, 0, 2)).isEqualTo("MISSING");
            assertThat(give(session, link, "BEFORE", BEFORE, 0, 1)).isEqualTo("KEPT");
            assertThat(give(session, link, "BEFORE", BEFORE, 0, 0)).isEqualTo("GIVEN");
        }
    }

    @Test
    void theCheckAfterIsOpenForFourteenDaysToThoseWhoCame() throws SQLException {
        try (PastSession session = PastSession.of("HELD")) {
            session.came("a");
            session.registered("absent");
            long walkIn = session.unannounced("b");
            byte[] link = session.link("a");
            assertThat(give(session, link, "AFTER", PastSession.END.minusSeconds(1), 0, 0))
                    .isEqualTo("CLOSED");
            assertThat(give(session, link, "AFTER", PastSession.END.plus(Duration.ofDays(14)), 0, 0))
                    .isEqualTo("CLOSED");
            assertThat(give(session, session.link("absent"), "AFTER", AFTER, 0, 0))
                    .isEqualTo("CLOSED");
            assertThat(give(
                            session,
                            link,
                            "AFTER",
                            PastSession.END.plus(Duration.ofDays(14)).minusSeconds(1),
                            0,
                            0))
                    .isEqualTo("KEPT");
            assertThat(give(session, session.link(walkIn), "AFTER", AFTER, 0, 0))
                    .isEqualTo("KEPT");
        }
    }

    @Test
    void whatIsRightIsToldWhenTheCheckAfterIsGiven() throws SQLException {
        try (PastSession session = PastSession.of("PUBLISHED")) {
            long registration = session.registered("a");
            byte[] link = session.link("a");
            give(session, link, "BEFORE", BEFORE, 0, 1);
            String told =
                    "select string_agg(concat_ws('/', right_option, before_chosen, after_chosen), ' ' order by number)"
                            + " from training_check_questions(?, ?)";
            assertThat(PastSession.asked(told, link, PastSession.at(BEFORE))).isEqualTo(" ");
            session.came(registration, true);
            give(session, link, "AFTER", AFTER, 0, 0);
            assertThat(PastSession.asked(told, link, PastSession.at(AFTER))).isEqualTo("0/0/0 0/1/0");
            assertThat(PastSession.asked(
                            "select before_correct || ' ' || after_correct from training_check_state(?, ?)",
                            link,
                            PastSession.at(AFTER)))
                    .isEqualTo("1 2");
        }
    }

    @Test
    void aNewWordingIsNotAskedOfASessionThatHasBegunToAsk() throws SQLException {
        try (PastSession session = PastSession.of("PUBLISHED")) {
            session.registered("a");
            session.registered("b");
            give(session, session.link("a"), "BEFORE", BEFORE, 0, 1);
            List<Long> asked = questions(session);
            Rows.change(
                    "update training_check_question set ended_at = ? where id = ?",
                    PastSession.at(BEFORE.plusSeconds(10)),
                    asked.get(0));
            Rows.change(
                    "insert into training_check_question (course_id, number, edition, text_zh, options, right_option, since)"
                            + " select course_id, number, 2, 'neu', options, 1, ended_at from training_check_question where id = ?",
                    asked.get(0));
            assertThat(PastSession.asked(
                            "select string_agg(id::text, ',' order by number) from training_check_questions(?, ?)",
                            session.link("b"),
                            PastSession.at(BEFORE.plusSeconds(30))))
                    .isEqualTo(asked.get(0) + "," + asked.get(1));
        }
    }

    @Test
    void answersAreForTheUnitOfTheSessionAndThoseAbove() throws SQLException {
        try (PastSession session = PastSession.of("HELD");
                Connection officer = TestPostgres.running().application()) {
            session.came("a");
            give(session, session.link("a"), "AFTER", AFTER, 0, 0);
            String range = "select set_config('app.lo', ?, false), set_config('app.hi', ?, false)";
            String many = "select count(*) from training_check_answer x join training_check c on c.id = x.check_id"
                    + " where c.session_id = ?";
            PastSession.asked(officer, range, "0000.5300.", "0000.5300/");
            assertThat(PastSession.asked(officer, many, session.id())).isEqualTo("2");
            PastSession.asked(officer, range, "0000.2200.", "0000.2200/");
            assertThat(PastSession.asked(officer, many, session.id())).isEqualTo("0");
        }
    }
}
