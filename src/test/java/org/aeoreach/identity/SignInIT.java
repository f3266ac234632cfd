package org.aeoreach.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in with login and password. */
@RunAsClient
class SignInIT implements ServerTest {

    @BeforeEach
    void forget() throws SQLException {
        Officer.forgetAttempts();
    }

    @Test
    void opensSessionWithoutServerSession() throws SQLException {
        HttpResponse<String> answer = Officer.make().signIn(Officer.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/desk");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.contains("JSESSIONID"))
                .anyMatch(cookie -> cookie.startsWith("__Host-aeo=")
                        && cookie.contains("Secure")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Lax"));
        Caller caller = new Caller("in", Officer.cookie(answer, "__Host-aeo"));
        assertThat(caller.get("/desk").statusCode()).isEqualTo(200);
        assertThat(Caller.anonymous().get("/portal").headers().allValues("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void takesLoginInCapitals() throws SQLException {
        Officer officer = Officer.make();
        HttpResponse<String> answer = Caller.anonymous()
                .form(
                        "/sign-in",
                        Map.of(
                                "login",
                                officer.login().toUpperCase(java.util.Locale.ROOT),
                                "password",
                                Officer.PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    /** Nothing in the answer tells an account that exists from one that does not. */
    @Test
    void answersEveryFailureAlike() throws SQLException {
        Officer wrong = Officer.make();
        Officer suspended = Officer.make();
        Rows.change("update account set suspended_at = now() where id = ?", suspended.id());
        Officer without = Officer.withoutPassword();
        Officer locked = Officer.make();
        for (int i = 0; i < 5; i++) {
            locked.signIn("wrong password");
        }
        String expected = outcome(new Officer(0, "nobody.at.all"), Officer.PASSWORD);
        assertThat(expected).startsWith("400");
        assertThat(outcome(wrong, "wrong password")).isEqualTo(expected);
        assertThat(outcome(suspended, Officer.PASSWORD)).isEqualTo(expected);
        assertThat(outcome(without, Officer.PASSWORD)).isEqualTo(expected);
        assertThat(outcome(locked, Officer.PASSWORD)).isEqualTo(expected);
        assertThat(outcome(wrong, "x".repeat(3000))).isEqualTo(expected);
    }

    private static String outcome(Officer officer, String password) {
        HttpResponse<String> answer = officer.signIn(password);
        // Below the form a demonstration lists its accounts, those of these tests among them.
        String page = answer.body().replaceFirst("(?s)<section class=\"demo\".*", "");
        return answer.statusCode() + " " + answer.headers().map().keySet() + page.replace(officer.login(), "LOGIN");
    }

    @Test
    void showsTheLoginAgainAndNeverThePassword() throws SQLException {
        Officer officer = Officer.make();
        String body = officer.signIn("a wrong one entirely").body();
        assertThat(body).contains(officer.login()).doesNotContain("a wrong one entirely");
    }

    @Test
    void beginsNewSessionEachTimeAndEndsTheOneBefore() throws SQLException {
        Officer officer = Officer.make();
        Caller first = officer.caller();
        HttpResponse<String> again = officer.signIn(Officer.PASSWORD, "Cookie", String.valueOf(first.cookie()));
        Caller second = new Caller("second", Officer.cookie(again, "__Host-aeo"));
        assertThat(second.cookie()).isNotEqualTo(first.cookie());
        assertThat(first.get("/desk").statusCode()).isEqualTo(401);
        assertThat(second.get("/desk").statusCode()).isEqualTo(200);
    }

    @Test
    void endsSessionThatRestsTooLong() throws SQLException {
        Officer officer = Officer.make();
        Caller caller = officer.caller();
        Rows.change(
                "update session set last_seen_at = now() - interval '14 minutes' where account_id = ?", officer.id());
        assertThat(caller.get("/desk").statusCode()).isEqualTo(200);
        Rows.change(
                "update session set last_seen_at = now() - interval '16 minutes' where account_id = ?", officer.id());
        assertThat(caller.get("/desk").statusCode()).isEqualTo(401);
    }

    @Test
    void suspendedPersonIsOutAtOnce() throws SQLException {
        Officer officer = Officer.make();
        Caller caller = officer.caller();
        assertThat(caller.get("/desk").statusCode()).isEqualTo(200);
        Caller administrator = Caller.signedIn("shekou.admin");
        HttpResponse<String> done = administrator.send("PUT", "/api/v1/people/" + officer.id() + "/suspension", null);
        assertThat(done.statusCode()).isEqualTo(204);
        assertThat(caller.get("/desk").statusCode()).isEqualTo(401);
        assertThat(Rows.number("select count(*) from session where account_id = ?", officer.id()))
                .isZero();
        administrator.send("DELETE", "/api/v1/people/" + officer.id() + "/suspension", null);
        assertThat(officer.signIn(Officer.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void expiredPasswordLeadsToNewOne() throws SQLException {
        Officer officer = Officer.make();
        Rows.change("update credential set set_at = now() - interval '91 days' where account_id = ?", officer.id());
        HttpResponse<String> answer = officer.signIn(Officer.PASSWORD);
        assertThat(answer.headers().firstValue("Location")).contains("/sign-in/password");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("__Host-aeo="));
        String step = Officer.cookie(answer, "__Host-aeo-step");
        Caller caller = new Caller("step", step);
        assertThat(caller.form("/sign-in/password", Map.of("password", Officer.PASSWORD))
                        .statusCode())
                .as("the old one again")
                .isEqualTo(400);
        HttpResponse<String> changed = caller.form("/sign-in/password", Map.of("password", "Zirbe-8-marmot-vultur"));
        assertThat(changed.headers().firstValue("Location")).contains("/desk");
        assertThat(officer.signIn("Zirbe-8-marmot-vultur").statusCode()).isEqualTo(303);
        assertThat(caller.form("/sign-in/password", Map.of("password", "Zirbe-9-marmot-vultur"))
                        .statusCode())
                .as("a step counts once")
                .isEqualTo(410);
    }

    @Test
    void hashesAnewWhenParametersHaveGrown() throws SQLException {
        Officer officer = Officer.make();
        assertThat(hash(officer)).contains("m=64,t=1");
        officer.signIn(Officer.PASSWORD);
        assertThat(hash(officer)).contains("m=19456,t=2,p=1");
        assertThat(officer.signIn(Officer.PASSWORD).statusCode()).isEqualTo(303);
    }

    private static String hash(Officer officer) throws SQLException {
        return Rows.one("select hash from credential where account_id = ?", officer.id())
                .text("hash");
    }

    @Test
    void changedPasswordEndsOtherSessions() throws SQLException {
        Officer officer = Officer.make();
        Caller here = officer.caller();
        Caller elsewhere = officer.caller();
        assertThat(here.form("/me/password", Map.of("current", "wrong", "password", "Zirbe-8-marmot-vultur"))
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> changed =
                here.form("/me/password", Map.of("current", Officer.PASSWORD, "password", "Zirbe-8-marmot-vultur"));
        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(here.get("/me").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/me").statusCode()).isEqualTo(401);
    }

    @Test
    void recordsFailuresWithoutWhatWasTyped() throws SQLException {
        Officer officer = Officer.make();
        HttpResponse<String> answer = officer.signIn("Typed-by-mistake-4711");
        String request = answer.headers().firstValue("X-Request-Id").orElseThrow();
        List<Rows.Row> entries =
                Rows.all("select action, record_id, changes from audit_entry where request_id = ?", request);
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).text("action")).isEqualTo("identity.sign-in-failed");
        assertThat(entries.get(0).text("record_id")).isEqualTo(Long.toString(officer.id()));
        assertThat(Rows.number("select count(*) from audit_entry where changes::text like '%Typed-by-mistake%'"))
                .isZero();
        assertThat(Rows.number("select count(*) from attempt where key like '%' || ? || '%'", officer.login()))
                .as("logins typed are not kept either")
                .isZero();
    }
}
