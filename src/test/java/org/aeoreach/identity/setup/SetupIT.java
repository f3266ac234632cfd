package org.aeoreach.identity.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.aeoreach.identity.Officer;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first administrator of an installation. */
@RunAsClient
class SetupIT implements ServerTest {

    @BeforeEach
    void open() throws SQLException {
        Officer.forgetAttempts();
        Rows.change(
                "insert into installation (key, value) values ('setup-code', ?)"
                        + " on conflict (key) do update set value = excluded.value",
                Setup.digest("ABCD-EFGH-2345-6789"));
    }

    private static Map<String, String> form(String login, String code) {
        return new HashMap<>(Map.of(
                "setupCode",
                code,
                "login",
                login,
                "nameZh",
                "首任",
                "mail",
                "first@example.test",
                "language",
                "ZH",
                "password",
                Officer.PASSWORD));
    }

    @Test
    void makesOneAdministratorAndIsGone() throws SQLException {
        String login = "first." + System.nanoTime();
        assertThat(Caller.anonymous().get("/setup").statusCode()).isEqualTo(200);
        assertThat(Caller.anonymous()
                        .form("/setup", form(login, "ABCD-EFGH-2345-0000"))
                        .statusCode())
                .isEqualTo(400);
        Map<String, String> weak = form(login, "ABCD-EFGH-2345-6789");
        weak.put("password", "Haiguan@123456");
        assertThat(Caller.anonymous().form("/setup", weak).statusCode()).isEqualTo(400);
        assertThat(Caller.anonymous()
                        .form("/setup", form(login, "abcd efgh 2345 6789"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(Caller.anonymous().get("/setup").statusCode()).isEqualTo(404);
        assertThat(Caller.anonymous()
                        .form("/setup", form(login + "b", "ABCD-EFGH-2345-6789"))
                        .statusCode())
                .isEqualTo(404);
        Officer first = new Officer(Rows.number("select id from account where login = ?", login), login);
        Caller caller = first.caller();
        assertThat(caller.get("/desk/people/new").statusCode()).isEqualTo(200);
        Rows.change("delete from session where account_id = ?", first.id());
        Rows.change("delete from role_assignment where account_id = ?", first.id());
    }

    @Test
    void locksAfterFiveWrongCodes() {
        for (int i = 0; i < 5; i++) {
            Caller.anonymous().form("/setup", form("never", "WRONG"));
        }
        assertThat(Caller.anonymous()
                        .form("/setup", form("never", "ABCD-EFGH-2345-6789"))
                        .statusCode())
                .isEqualTo(400);
    }
}
