package org.aeoreach.identity.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.aeoreach.identity.Officer;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the invitation to the first sign-in. */
@RunAsClient
class InvitationIT implements ServerTest {
    private static final String PASSWORD = "Zirbe-8-marmot-vultur";

    @BeforeEach
    void forget() throws SQLException {
        Officer.forgetAttempts();
    }

    private static Map<String, String> form(String login, String unit, String role) throws SQLException {
        return new HashMap<>(Map.of(
                "login",
                login,
                "nameZh",
                "新人",
                "nameEn",
                "Newcomer",
                "mail",
                login + "@example.test",
                "language",
                "ZH",
                "unitId",
                Long.toString(Units.id(unit)),
                "role",
                role,
                "validFrom",
                LocalDate.now(ZoneId.of("Asia/Shanghai")).toString()));
    }

    @Test
    void newcomerChoosesPasswordAndSignsIn() throws SQLException {
        String login = "newcomer." + System.nanoTime();
        Caller administrator = Caller.signedIn("shekou.admin");
        HttpResponse<String> done = administrator.form("/desk/people", form(login, "5304", "HOUSE_OFFICER"));
        assertThat(done.statusCode()).isEqualTo(303);
        long id = Rows.number("select id from account where login = ?", login);
        Officer newcomer = new Officer(id, login);
        assertThat(newcomer.signIn("").statusCode()).isEqualTo(400);
        String link = newcomer.link();
        assertThat(link).startsWith("/invitation/");
        assertThat(Caller.anonymous()
                        .form(link, Map.of("password", "Newcomer-2026!"))
                        .statusCode())
                .as("made of his name")
                .isEqualTo(400);
        assertThat(Caller.anonymous().form(link, Map.of("password", PASSWORD)).statusCode())
                .isEqualTo(303);
        assertThat(newcomer.signIn(PASSWORD).headers().firstValue("Location")).contains("/desk");
        assertThat(administrator
                        .form("/desk/people/" + id + "/invitation", Map.of())
                        .statusCode())
                .as("he is in already")
                .isEqualTo(409);
    }

    @Test
    void refusesTakenLoginForeignUnitAndRoleThatDoesNotFit() throws SQLException {
        Caller administrator = Caller.signedIn("shekou.admin");
        assertThat(administrator
                        .form("/desk/people", form("SHEKOU.officer", "5304", "HOUSE_OFFICER"))
                        .statusCode())
                .isEqualTo(400);
        String login = "stranger." + System.nanoTime();
        assertThat(administrator
                        .form("/desk/people", form(login, "5316", "HOUSE_OFFICER"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(administrator
                        .form("/desk/people", form(login, "5304", "DISTRICT_OFFICER"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(administrator
                        .form("/desk/people", form(login, "5304", "AUDITOR"))
                        .statusCode())
                .as("granted centrally")
                .isEqualTo(403);
        assertThat(Rows.number("select count(*) from account where login = ?", login))
                .isZero();
        assertThat(Rows.number("select count(*) from mail where recipient = ?", login + "@example.test"))
                .isZero();
    }

    @Test
    void withdrawnInvitationOpensNothing() throws SQLException {
        String login = "withdrawn." + System.nanoTime();
        Caller administrator = Caller.signedIn("shekou.admin");
        administrator.form("/desk/people", form(login, "5304", "HOUSE_OFFICER"));
        Officer person = new Officer(Rows.number("select id from account where login = ?", login), login);
        String link = person.link();
        administrator.form("/desk/people/" + person.id() + "/invitation/withdrawal", Map.of());
        assertThat(Caller.anonymous().form(link, Map.of("password", PASSWORD)).statusCode())
                .isEqualTo(410);
        administrator.form("/desk/people/" + person.id() + "/invitation", Map.of());
        assertThat(Caller.anonymous()
                        .form(person.link(), Map.of("password", PASSWORD))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void unitAdministratorManagesNobodyGrantedCentrallyAndNotHimself() throws SQLException {
        Caller system = Caller.signedIn("system.admin");
        long auditor = Caller.account("gacc.auditor");
        Rows.change("insert into role_assignment (account_id, role, unit_id, org_path, valid_from)"
                + " select a.id, 'UNIT_ADMINISTRATOR', u.id, u.org_path, china_day() from account a, unit u"
                + " where a.login = 'gacc.officer' and u.code = '0000' on conflict do nothing");
        long assignment = Rows.number("select r.id from role_assignment r join account a on a.id = r.account_id"
                + " where a.login = 'gacc.officer' and r.role = 'UNIT_ADMINISTRATOR'");
        Caller unit = Caller.signedIn("gacc.officer");
        unit.form("/acting", Map.of("assignment", Long.toString(assignment)));
        assertThat(unit.send("PUT", "/api/v1/people/" + auditor + "/suspension", null)
                        .statusCode())
                .isEqualTo(403);
        long self = Caller.account("system.admin");
        assertThat(system.send("PUT", "/api/v1/people/" + self + "/suspension", null)
                        .statusCode())
                .isEqualTo(409);
        Rows.change("delete from session where assignment_id = ?", assignment);
        Rows.change("delete from role_assignment where id = ?", assignment);
    }
}
