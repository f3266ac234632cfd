package org.aeoreach.identity.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.aeoreach.identity.Officer;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links in mail: asked for, opened, used once. */
@RunAsClient
class LinksIT implements ServerTest {
    private static final Map<String, String> NEW = Map.of("password", "Zirbe-8-marmot-vultur");

    @BeforeEach
    void forget() throws SQLException {
        Officer.forgetAttempts();
    }

    private static HttpResponse<String> ask(String loginOrMail) {
        return Caller.anonymous().form("/forgotten", Map.of("loginOrMail", loginOrMail));
    }

    @Test
    void resetsPasswordOnceAndEndsAllSessions() throws SQLException {
        Officer officer = Officer.make();
        Caller before = officer.caller();
        assertThat(ask(officer.login()).statusCode()).isEqualTo(303);
        String link = officer.link();
        assertThat(link).startsWith("/reset/");
        for (int i = 0; i < 3; i++) {
            assertThat(Caller.anonymous().get(link).statusCode())
                    .as("opening changes nothing")
                    .isEqualTo(200);
        }
        assertThat(Caller.anonymous().form(link, Map.of("password", "short")).statusCode())
                .isEqualTo(400);
        assertThat(Caller.anonymous().form(link, NEW).statusCode()).isEqualTo(303);
        assertThat(before.get("/desk").statusCode()).isEqualTo(401);
        assertThat(Caller.anonymous().form(link, NEW).statusCode()).isEqualTo(410);
        assertThat(Caller.anonymous().get(link).statusCode()).isEqualTo(410);
        assertThat(officer.signIn(String.valueOf(NEW.get("password"))).statusCode())
                .isEqualTo(303);
        assertThat(officer.signIn(Officer.PASSWORD).statusCode()).isEqualTo(400);
    }

    @Test
    void ofTwoAtOnceOneWins() throws Exception {
        for (int round = 0; round < 5; round++) {
            Officer officer = Officer.make();
            ask(officer.login());
            String link = officer.link();
            ExecutorService both = Executors.newFixedThreadPool(2);
            try {
                Callable<Integer> use = () -> Caller.anonymous().form(link, NEW).statusCode();
                List<Integer> answers = both.invokeAll(List.of(use, use)).stream()
                        .map(each -> {
                            try {
                                return each.get();
                            } catch (Exception e) {
                                throw new AssertionError(e);
                            }
                        })
                        .toList();
                assertThat(answers).containsExactlyInAnyOrder(303, 410);
            } finally {
                both.shutdownNow();
            }
        }
    }

    @Test
    void answersKnownAndUnknownAlike() throws SQLException {
        Officer officer = Officer.make();
        Officer suspended = Officer.make();
        Rows.change("update account set suspended_at = now() where id = ?", suspended.id());
        String expected = outcome(ask("nobody.at.all"));
        assertThat(outcome(ask(officer.login()))).isEqualTo(expected);
        assertThat(outcome(ask(officer.login() + "@example.test"))).isEqualTo(expected);
        assertThat(outcome(ask(suspended.login()))).isEqualTo(expected);
        assertThat(Rows.number("select count(*) from single_use where account_id = ?", officer.id()))
                .isEqualTo(2);
        assertThat(Rows.number("select count(*) from single_use where account_id = ?", suspended.id()))
                .isZero();
    }

    private static String outcome(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.headers().firstValue("Location")
                + answer.headers().map().keySet() + answer.body();
    }

    @Test
    void refusesExpiredLinkAndLinkForSomethingElse() throws SQLException {
        Officer officer = Officer.make();
        ask(officer.login());
        String link = officer.link();
        assertThat(Caller.anonymous()
                        .form(link.replace("/reset/", "/invitation/"), NEW)
                        .statusCode())
                .isEqualTo(410);
        Rows.change(
                "update single_use set expires_at = now() - interval '1 second' where account_id = ?", officer.id());
        assertThat(Caller.anonymous().form(link, NEW).statusCode()).isEqualTo(410);
    }

    @Test
    void linksBeginWithTheConfiguredAddressWhateverHostIsNamed() throws SQLException {
        Officer officer = Officer.make();
        ask(officer.login());
        String body = Rows.one(
                        "select body_text from mail where recipient = ? order by id desc limit 1",
                        officer.login() + "@example.test")
                .text("body_text");
        assertThat(body).contains("http://localhost:");
    }

    @Test
    void newMailAddressCountsOnceItIsConfirmed() throws SQLException {
        Officer officer = Officer.make();
        String fresh = officer.login() + "@new.test";
        officer.caller().form("/me/mail", Map.of("mail", fresh));
        assertThat(mail(officer)).isEqualTo(officer.login() + "@example.test");
        String text = Rows.one("select body_text from mail where recipient = ?", fresh)
                .text("body_text");
        String link = text.replaceAll("(?s).*(/mail-confirmation/[A-Za-z0-9_-]{43}).*", "$1");
        assertThat(Caller.anonymous().get(link).statusCode()).isEqualTo(200);
        assertThat(mail(officer)).isEqualTo(officer.login() + "@example.test");
        assertThat(Caller.anonymous().form(link, Map.of()).statusCode()).isEqualTo(303);
        assertThat(mail(officer)).isEqualTo(fresh);
        assertThat(Rows.number(
                        "select count(*) from mail where recipient = ? and template = 'identity-mail-changed'",
                        officer.login() + "@example.test"))
                .as("the old address is told")
                .isEqualTo(1);
    }

    private static String mail(Officer officer) throws SQLException {
        return Rows.one("select mail from account where id = ?", officer.id()).text("mail");
    }

    @Test
    void leavesNoSecretInLogsAuditOrDatabase() throws Exception {
        Officer officer = Officer.make();
        Caller caller = officer.caller();
        ask(officer.login());
        String token = officer.link().substring("/reset/".length());
        Caller.anonymous().form("/reset/" + token, NEW);
        String session = String.valueOf(caller.cookie()).split("=", 2)[1];
        for (String secret : List.of(token, session, Officer.PASSWORD, String.valueOf(NEW.get("password")))) {
            try (Stream<Path> logs = Files.walk(TestPostgres.DIRECTORY.resolve("log"))) {
                for (Path log : logs.filter(Files::isRegularFile).toList()) {
                    assertThat(new String(Files.readAllBytes(log), java.nio.charset.StandardCharsets.ISO_8859_1))
                            .as(log.toString())
                            .doesNotContain(secret);
                }
            }
            assertThat(Rows.number("select count(*) from audit_entry e where e::text like '%' || ? || '%'", secret))
                    .isZero();
            assertThat(Rows.number("select (select count(*) from single_use s where s::text like '%' || ?1 || '%')"
                            .replace("?1", "'" + secret + "'")))
                    .isZero();
        }
    }
}
