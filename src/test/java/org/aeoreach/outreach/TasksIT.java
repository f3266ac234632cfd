package org.aeoreach.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aeoreach.platform.Time;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was promised waits for who promised it, or for who stands in for him, until it is done. */
@RunAsClient
class TasksIT implements ServerTest {

    private static final LocalDate TODAY = LocalDate.now(Time.ZONE);

    @BeforeEach
    void asInTheBeginning() throws SQLException {
        Rows.change("delete from rate_counter");
        Rows.change("delete from task");
    }

    private static long task(String owner, LocalDate due) throws SQLException {
        return Rows.number(
                "insert into task (unit_id, org_path, owner_id, title, due_on, account_id) select unit_id, org_path, id,"
                        + " '答应的事 ' || ?, ?, id from account where login = ? returning id",
                due,
                due,
                owner);
    }

    @Test
    void whatIsOverdueComesFirstAndWaitsOnTheFirstPage() throws SQLException {
        long later = task("shekou.officer", TODAY.plusDays(3));
        long overdue = task("shekou.officer", TODAY.minusDays(2));
        Caller officer = Caller.signedIn("shekou.officer");
        String list = officer.get("/desk/tasks").body();
        assertThat(list.indexOf("/desk/tasks/" + overdue))
                .isPositive()
                .isLessThan(list.indexOf("/desk/tasks/" + later));
        assertThat(officer.get("/desk").body()).contains("1 项待办事项已逾期", "state=OVERDUE");
        assertThat(officer.get("/desk/tasks?enterprise=1").body())
                .as("of an enterprise without tasks")
                .doesNotContain("/desk/tasks/" + overdue);
        assertThat(officer.get("/desk/tasks?enterprise=x").statusCode()).isEqualTo(400);
        assertThat(officer.get("/desk/tasks?state=OVERDUE").body())
                .contains("/desk/tasks/" + overdue)
                .doesNotContain("/desk/tasks/" + later);
    }

    @Test
    void theNumberDueWithinAWeekOpensTheListOfExactlyThese() throws SQLException {
        long tomorrow = task("shekou.officer", TODAY.plusDays(1));
        long lastOfWeek = task("shekou.officer", TODAY.plusDays(7));
        long today = task("shekou.officer", TODAY);
        long farOff = task("shekou.officer", TODAY.plusDays(8));
        Caller officer = Caller.signedIn("shekou.officer");
        String home = officer.get("/desk").body();
        assertThat(home).contains("2 项待办事项一周内到期");
        Matcher link = Pattern.compile("href=\"(/desk/tasks\\?whose=MINE&amp;due-from=[^\"]+)\"")
                .matcher(home);
        assertThat(link.find()).isTrue();
        assertThat(officer.get(link.group(1).replace("&amp;", "&")).body())
                .contains("/desk/tasks/" + tomorrow, "/desk/tasks/" + lastOfWeek)
                .doesNotContain("/desk/tasks/" + today, "/desk/tasks/" + farOff);
    }

    @Test
    void theSubstituteSeesAndDoesTheTasksOfTheAbsentOneOnThoseDaysOnly() throws SQLException {
        long task = task("shekou.officer", TODAY);
        Caller pudong = Caller.signedIn("pudong.officer");
        assertThat(pudong.get("/desk/tasks/" + task).statusCode()).isEqualTo(404);
        long substitution = Rows.number(
                "insert into substitution (assignment_id, absent_id, substitute_id, org_path, first_day, last_day)"
                        + " select r.id, r.account_id, ?, r.org_path, ?, ? from role_assignment r where r.account_id = ?"
                        + " limit 1 returning id",
                Caller.account("pudong.officer"),
                TODAY,
                TODAY,
                Caller.account("shekou.officer"));
        try {
            assertThat(pudong.get("/api/v1/tasks?mine=true").body()).contains("\"id\":" + task);
            assertThat(pudong.json(
                                    "PUT",
                                    "/api/v1/tasks/" + task + "/outcome",
                                    "{\"status\":\"DONE\",\"outcome\":\"已代为办理\"}",
                                    "If-Match",
                                    "\"v0\"")
                            .statusCode())
                    .isEqualTo(200);
            long another = task("shekou.officer", TODAY);
            Rows.change("update substitution set revoked_at = now() where id = ?", substitution);
            assertThat(pudong.get("/desk/tasks/" + another).statusCode()).isEqualTo(404);
        } finally {
            Rows.change("delete from substitution where id = ?", substitution);
        }
    }

    @Test
    void aTaskIsMovedHandedOverAndClosedOnce() throws SQLException {
        long task = task("shekou.officer", TODAY);
        Caller officer = Caller.signedIn("shekou.officer");
        String path = "/api/v1/tasks/" + task;
        assertThat(officer.json(
                                "PUT",
                                path + "/day",
                                "{\"dueOn\":\"" + TODAY.minusDays(1) + "\",\"reason\":\"x\"}",
                                "If-Match",
                                "\"v0\"")
                        .statusCode())
                .as("into the past")
                .isEqualTo(400);
        assertThat(officer.json(
                                "PUT",
                                path + "/day",
                                "{\"dueOn\":\"" + TODAY.plusDays(1) + "\",\"reason\":\"x\"}",
                                "If-Match",
                                "\"v0\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(officer.json(
                                "PUT",
                                path + "/owner",
                                "{\"ownerId\":" + Caller.account("pudong.officer") + ",\"reason\":\"x\"}",
                                "If-Match",
                                "\"v1\"")
                        .statusCode())
                .as("to an officer of another district")
                .isEqualTo(400);
        long colleague = Caller.account("shekou.coordinator");
        assertThat(officer.json(
                                "PUT",
                                path + "/owner",
                                "{\"ownerId\":" + colleague + ",\"reason\":\"x\"}",
                                "If-Match",
                                "\"v1\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Rows.number("select owner_id from task where id = ?", task)).isEqualTo(colleague);
        String done = "{\"status\":\"DONE\",\"outcome\":\"已办\"}";
        assertThat(officer.json("PUT", path + "/outcome", done, "If-Match", "\"v2\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(officer.json("PUT", path + "/outcome", done, "If-Match", "\"v3\"")
                        .statusCode())
                .isEqualTo(409);
    }
}
