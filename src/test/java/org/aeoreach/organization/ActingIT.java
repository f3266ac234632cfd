package org.aeoreach.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several roles, one at a time; and standing in for somebody. */
@RunAsClient
class ActingIT implements ServerTest {

    /** Whoever went before may have read in English. */
    @BeforeEach
    void speakChinese() throws SQLException {
        Rows.change("update account set language = 'zh'");
    }

    @AfterEach
    void nobodyElseIsAway() {
        change("delete from substitution where absent_id = ?", Caller.account("shekou.coordinator"));
    }

    @Test
    void officerWithTwoRolesSeesWhatTheActingRoleSees() {
        Caller officer = Caller.signedIn("shenzhen.two.roles");
        String asDistrict = officer.get("/api/v1/people").body();
        act(officer, "协调员");
        String asCoordinator = officer.get("/api/v1/people").body();
        assertThat(asDistrict).contains("shekou.officer", "dapeng.officer");
        assertThat(asCoordinator).contains("dapeng.officer").doesNotContain("shekou.officer");
    }

    @Test
    void substituteSeesTheAbsentOfficersUnitAndIsLoggedForHim() throws SQLException {
        Caller substitute = Caller.signedIn("shekou.officer");
        assertThat(substitute.get("/api/v1/people").body()).doesNotContain("dapeng.officer");
        act(substitute, "（演示）");
        assertThat(substitute.get("/api/v1/people").body())
                .contains("dapeng.officer")
                .doesNotContain("shekou.coordinator");
        substitute.form("/sign-out", Map.of());
        assertThat(lastAbsent("shekou.officer")).isEqualTo(Caller.account("dapeng.absent"));
    }

    @Test
    void goesOnInHisOwnRoleWhenTheSubstitutionEnds() {
        Caller substitute = Caller.signedIn("shekou.officer");
        act(substitute, "（演示）");
        long absent = Caller.account("dapeng.absent");
        change("update substitution set revoked_at = now() where absent_id = ?", absent);
        try {
            assertThat(substitute.get("/api/v1/people").body())
                    .contains("shekou.coordinator")
                    .doesNotContain("dapeng.officer");
        } finally {
            change("update substitution set revoked_at = null where absent_id = ?", absent);
        }
    }

    @Test
    void refusesARoleThatIsNotOnesOwn() {
        Caller officer = Caller.signedIn("dapeng.officer");
        assertThat(officer.form("/acting", Map.of("assignment", "50")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void officerArrangesHisOwnAbsenceButNotAnothersAndNobodyStandsInForHimself() {
        Caller officer = Caller.signedIn("shekou.coordinator");
        long me = Caller.account("shekou.coordinator");
        long other = Caller.account("shekou.officer");
        assertThat(arrange(officer, assignment(me), other, 0)).isEqualTo(201);
        assertThat(arrange(officer, assignment(other), me, 0)).isEqualTo(400);
        assertThat(arrange(officer, assignment(me), me, 0)).isEqualTo(400);
        assertThat(arrange(officer, assignment(me), other, -10)).isEqualTo(400);
    }

    @Test
    void refusesASubstituteFromOutsideTheUnit() {
        Caller officer = Caller.signedIn("shekou.coordinator");
        long me = Caller.account("shekou.coordinator");
        assertThat(arrange(officer, assignment(me), Caller.account("pudong.officer"), 0))
                .isEqualTo(400);
    }

    @Test
    void onlyTheSystemAdministratorGrantsCentralRoles() {
        Caller admin = Caller.signedIn("shenzhen.admin");
        long person = Caller.account("dapeng.officer");
        long unit = Reply.of(admin.get("/api/v1/customs-codes/5300/unit")).id();
        String auditor = "{\"role\":\"AUDITOR\",\"unitId\":" + unit + ",\"validFrom\":\"2026-01-01\"}";
        String wrongLevel = "{\"role\":\"HOUSE_OFFICER\",\"unitId\":" + unit + ",\"validFrom\":\"2026-01-01\"}";
        String path = "/api/v1/people/" + person + "/roles";
        assertThat(admin.json("POST", path, auditor).statusCode()).isEqualTo(403);
        assertThat(admin.json("POST", path, wrongLevel).statusCode()).isEqualTo(400);
    }

    private static void act(Caller caller, String rowContains) {
        String page = caller.get("/acting").body();
        for (String row : page.split("<tr>")) {
            if (row.contains(rowContains) && row.contains("name=\"assignment\"")) {
                Map<String, String> fields = new HashMap<>();
                Matcher input = Pattern.compile("name=\"(assignment|substitution)\" value=\"([0-9]+)\"")
                        .matcher(row);
                while (input.find()) {
                    fields.put(input.group(1), input.group(2));
                }
                assertThat(caller.form("/acting", fields).statusCode()).isEqualTo(303);
                return;
            }
        }
        throw new AssertionError("no role " + rowContains + " to choose in " + page);
    }

    private static int arrange(Caller caller, long assignment, long substitute, int daysFromNow) {
        LocalDate first = LocalDate.now(org.aeoreach.platform.Time.ZONE).plusDays(daysFromNow);
        String body = "{\"assignmentId\":" + assignment + ",\"substituteId\":" + substitute + ",\"firstDay\":\"" + first
                + "\",\"lastDay\":\"" + first.plusDays(3) + "\"}";
        return caller.json("POST", "/api/v1/substitutions", body).statusCode();
    }

    private static void change(String sql, long parameter) {
        try (Connection owner = TestPostgres.running().owner();
                PreparedStatement update = owner.prepareStatement(sql)) {
            update.setLong(1, parameter);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long assignment(long account) {
        return number("select min(id) from role_assignment where account_id = ?", account);
    }

    private static long lastAbsent(String login) {
        return number(
                "select absent_id from audit_entry where account_id = ? order by id desc limit 1",
                Caller.account(login));
    }

    private static long number(String sql, long parameter) {
        try (Connection owner = TestPostgres.running().owner();
                PreparedStatement query = owner.prepareStatement(sql)) {
            query.setLong(1, parameter);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
