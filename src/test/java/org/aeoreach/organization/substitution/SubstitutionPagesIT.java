package org.aeoreach.organization.substitution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import org.aeoreach.platform.Time;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An officer arranges his own absence, an administrator that of his people; what cannot be is refused with a reason. */
@RunAsClient
class SubstitutionPagesIT implements ServerTest {

    private static final LocalDate TODAY = LocalDate.now(Time.ZONE);

    private final long absent = Caller.account("dapeng.officer");
    private Caller officer;

    @BeforeEach
    void signIn() throws SQLException {
        forget();
        Rows.change("delete from rate_counter");
        // Whoever went before may have read in English.
        Rows.change("update account set language = 'zh'");
        officer = Caller.signedIn("dapeng.officer");
    }

    @AfterEach
    void forget() throws SQLException {
        Rows.change("delete from substitution where absent_id = ?", absent);
    }

    private HttpResponse<String> arrange(LocalDate first, LocalDate last) throws SQLException {
        long assignment = Rows.number(
                "select id from role_assignment where account_id = ? and valid_to is null order by id limit 1", absent);
        return officer.form(
                "/desk/substitutions",
                Map.of(
                        "assignmentId",
                        Long.toString(assignment),
                        "substituteId",
                        Long.toString(Caller.account("dapeng.absent")),
                        "firstDay",
                        first.toString(),
                        "lastDay",
                        last.toString()));
    }

    private long running() throws SQLException {
        return Rows.number("select count(*) from substitution where absent_id = ? and revoked_at is null", absent);
    }

    @Test
    void officerArrangesHisOwnAbsenceSeesItAndEndsIt() throws SQLException {
        assertThat(officer.get("/desk/substitutions/new").body()).contains("许问樵", "不得再转由他人代职");
        HttpResponse<String> made = arrange(TODAY, TODAY.plusDays(3));
        assertThat(made.statusCode()).isEqualTo(303);
        String path = made.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        assertThat(officer.get("/desk/substitutions").body()).contains(path);
        assertThat(officer.get(path).body()).contains("许问樵", "立即终止");
        assertThat(officer.form(path + "/end", Map.of()).statusCode()).isEqualTo(303);
        assertThat(running()).isZero();
        assertThat(officer.get(path).body()).contains("已提前终止").doesNotContain("立即终止");
    }

    @Test
    void secondOnTheSameDaysIsRefusedWithTheDaysOfTheFirst() throws SQLException {
        arrange(TODAY, TODAY.plusDays(3));
        HttpResponse<String> second = arrange(TODAY.plusDays(3), TODAY.plusDays(9));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body())
                .contains("firstDay-error", "已有代职安排", TODAY.plusDays(9).toString());
        assertThat(running()).isOne();
        assertThat(arrange(TODAY.plusDays(4), TODAY.plusDays(9)).statusCode()).isEqualTo(303);
    }

    @Test
    void daysInThePastOrTheWrongWayRoundAreRefused() throws SQLException {
        assertThat(arrange(TODAY.minusDays(1), TODAY.plusDays(1)).body()).contains("firstDay-error");
        assertThat(arrange(TODAY.plusDays(3), TODAY.plusDays(1)).body()).contains("lastDay-error");
        assertThat(running()).isZero();
    }

    @Test
    void roleIsNotLentBeyondItsEnd() throws SQLException {
        Rows.change("update role_assignment set valid_to = ? where account_id = ?", TODAY.plusDays(2), absent);
        try {
            long assignment = Rows.number("select min(id) from role_assignment where account_id = ?", absent);
            HttpResponse<String> page = officer.form(
                    "/desk/substitutions",
                    Map.of(
                            "assignmentId",
                            Long.toString(assignment),
                            "substituteId",
                            Long.toString(Caller.account("dapeng.absent")),
                            "firstDay",
                            TODAY.toString(),
                            "lastDay",
                            TODAY.plusDays(3).toString()));
            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(page.body()).contains("lastDay-error");
        } finally {
            Rows.change("update role_assignment set valid_to = null where account_id = ?", absent);
        }
    }

    @Test
    void colleagueSeesItButMayNotEndItAndAStrangerDoesNotSeeIt() throws SQLException {
        String path = arrange(TODAY, TODAY.plusDays(3))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^https?://[^/]+", "");
        Caller colleague = Caller.signedIn("dapeng.absent");
        assertThat(colleague.get(path).body()).doesNotContain("立即终止");
        assertThat(colleague.form(path + "/end", Map.of()).statusCode()).isEqualTo(403);
        Caller stranger = Caller.signedIn("pudong.officer");
        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
        assertThat(stranger.form(path + "/end", Map.of()).statusCode()).isEqualTo(404);
        assertThat(running()).isOne();
        Caller administrator = Caller.signedIn("shenzhen.admin");
        assertThat(administrator.form(path + "/end", Map.of()).statusCode()).isEqualTo(303);
        assertThat(running()).isZero();
    }

    @Test
    void databaseHoldsToOneSubstituteADay() throws SQLException {
        arrange(TODAY, TODAY.plusDays(3));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Rows.change(
                        "insert into substitution (assignment_id, absent_id, substitute_id, org_path, first_day, last_day)"
                                + " select assignment_id, absent_id, substitute_id, org_path, last_day, last_day"
                                + " from substitution where absent_id = ?",
                        absent))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("substitution_once");
    }
}
