package org.aeoreach.organization.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.aeoreach.platform.Time;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Granting and ending roles: what the rules refuse, and that nothing is changed then. */
@RunAsClient
class RolesIT implements ServerTest {

    private static final LocalDate TODAY = LocalDate.now(Time.ZONE);

    private Caller admin;
    private long house;
    private long person;

    @BeforeEach
    void prepare() throws SQLException {
        Rows.change("delete from rate_counter");
        // Whoever went before may have read in English.
        Rows.change("update account set language = 'zh'");
        admin = Caller.signedIn("shenzhen.admin");
        house = Units.newHouse("5300");
        person = newOfficer();
    }

    private long newOfficer() throws SQLException {
        return Rows.number(
                "insert into account (kind, login, name_zh, mail, unit_id, org_path) select 'OFFICER',"
                        + " 'roles.' || nextval('account_seq'), '样例', 'sample@example.test', id, org_path"
                        + " from unit where id = ? returning id",
                house);
    }

    private HttpResponse<String> grant(LocalDate from, String until) {
        String end = until.isEmpty() ? "" : ",\"validTo\":\"" + until + "\"";
        return admin.json(
                "POST",
                "/api/v1/people/" + person + "/roles",
                "{\"role\":\"HOUSE_OFFICER\",\"unitId\":" + house + ",\"validFrom\":\"" + from + "\"" + end + "}");
    }

    private long assignment() throws SQLException {
        return Rows.number("select max(id) from role_assignment where account_id = ?", person);
    }

    private HttpResponse<String> end(long assignment) {
        return admin.send("DELETE", "/api/v1/people/roles/" + assignment, null);
    }

    private static Rows.Row row(long assignment) throws SQLException {
        return Rows.one(
                "select r.valid_from, r.valid_to, (select count(*) from audit_entry where record_type = 'role_assignment'"
                        + " and record_id = r.id::text and action = 'organization.end-role') as ended"
                        + " from role_assignment r where r.id = ?",
                assignment);
    }

    @Test
    void roleThatEndedLongAgoIsNotEndedAgain() throws SQLException {
        grant(TODAY.minusDays(30), TODAY.minusDays(10).toString());
        Reply refused = Reply.of(end(assignment()));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().getString("type")).endsWith("role-ended");
        assertThat(row(assignment()).text("valid_to"))
                .isEqualTo(TODAY.minusDays(10).toString());
    }

    @Test
    void endingItTwiceTodayIsOneEnd() throws SQLException {
        grant(TODAY.minusDays(30), "");
        assertThat(end(assignment()).statusCode()).isEqualTo(204);
        assertThat(end(assignment()).statusCode()).isEqualTo(204);
        assertThat(row(assignment()).text("valid_to")).isEqualTo(TODAY.toString());
        assertThat(row(assignment()).id("ended")).isOne();
    }

    @Test
    void roleEndedBeforeItBeginsIsNeverHeld() throws SQLException {
        LocalDate begin = TODAY.plusDays(5);
        grant(begin, "");
        assertThat(end(assignment()).statusCode()).isEqualTo(204);
        assertThat(Rows.number("select count(*) from acting_roles(?, cast(? as date))", person, begin.toString()))
                .isZero();
        assertThat(admin.get("/desk/people/" + person).body()).contains("未生效");
    }

    @Test
    void roleIsHeldOnceAtATimeButAgainAfterwards() throws SQLException {
        LocalDate end = TODAY.plusDays(10);
        assertThat(grant(TODAY, end.toString()).statusCode()).isEqualTo(201);
        Reply second = Reply.of(grant(end, ""));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.field(0)).isEqualTo("role");
        assertThat(grant(end.plusDays(1), "").statusCode()).isEqualTo(201);
    }

    @Test
    void endBeforeTheBeginningIsToldBesideTheField() {
        Reply refused = Reply.of(grant(TODAY, TODAY.minusDays(1).toString()));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.field(0)).isEqualTo("validTo");
    }

    @Test
    void personOfAnEnterpriseHoldsNoRoleOfCustoms() throws SQLException {
        person = Caller.account("electronics.user");
        assertThat(grant(TODAY, "").statusCode()).isEqualTo(409);
        assertThat(Rows.number(
                        "select count(*) from role_assignment where account_id = ? and role = 'HOUSE_OFFICER'", person))
                .isZero();
    }

    @Test
    void formKeepsWhatWasTypedAndSaysWhatIsWrong() {
        HttpResponse<String> page = admin.form(
                "/desk/people/" + person + "/roles",
                Map.of("role", "DISTRICT_OFFICER", "unitId", Long.toString(house), "validFrom", "2026-02-03"));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("该层级机构不设此角色", "value=\"2026-02-03\"")
                .contains("<option value=\"DISTRICT_OFFICER\" selected");
    }

    @Test
    void pageWarnsOfTheLastAdministratorOfAUnit() throws SQLException {
        long last = Rows.number(
                "select id from role_assignment where account_id = ? and role = 'UNIT_ADMINISTRATOR'",
                Caller.account("shekou.admin"));
        assertThat(admin.get("/desk/roles/" + last + "/end").body()).contains("最后一名机构管理员");
    }

    @Test
    void administratorOfASisterHouseNeitherSeesNorEndsTheRole() throws SQLException {
        grant(TODAY, "");
        Caller sister = Caller.signedIn("shekou.admin");
        String path = "/desk/roles/" + assignment() + "/end";
        assertThat(sister.get(path).statusCode()).isEqualTo(404);
        assertThat(sister.form(path, Map.of("validTo", TODAY.toString())).statusCode())
                .isEqualTo(404);
        assertThat(Rows.number("select count(*) from role_assignment where id = ? and valid_to is null", assignment()))
                .isOne();
    }

    @Test
    void oneSystemAdministratorStaysEvenWhenTwoEndEachOther() throws SQLException {
        admin = Caller.signedIn("system.admin");
        long gacc = Units.id("0000");
        long first = Rows.number(
                "select id from role_assignment where account_id = ? and role = 'SYSTEM_ADMINISTRATOR'",
                Caller.account("system.admin"));
        assertThat(end(first).statusCode()).isEqualTo(409);
        long second = Rows.number(
                "insert into role_assignment (account_id, role, unit_id, org_path, valid_from)"
                        + " values (?, 'SYSTEM_ADMINISTRATOR', ?, '0000.', ?) returning id",
                person,
                gacc,
                TODAY.minusDays(3));
        try {
            List<Integer> answers = Stream.of(first, second)
                    .map(each -> CompletableFuture.supplyAsync(() -> end(each).statusCode()))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(204, 409);
        } finally {
            Rows.change("update role_assignment set valid_to = null where id = ?", first);
            Rows.change("update role_assignment set valid_to = ? where id = ?", TODAY.minusDays(3), second);
        }
    }
}
