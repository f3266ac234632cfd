package org.aeoreach.identity.oidc;

import static org.aeoreach.identity.oidc.Forgery.in;
import static org.aeoreach.identity.oidc.Forgery.more;
import static org.aeoreach.identity.oidc.Trip.START;
import static org.aeoreach.identity.oidc.Trip.cookie;
import static org.aeoreach.identity.oidc.Trip.depart;
import static org.aeoreach.identity.oidc.Trip.location;
import static org.aeoreach.identity.oidc.Trip.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.TestProvider;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-in by a provider that keeps to the protocol, and by one that does not. */
@RunAsClient
class ProviderIT implements ServerTest {

    private final TestProvider provider = TestProvider.running();

    @BeforeEach
    @AfterEach
    void clean() throws SQLException {
        provider.behave();
        Rows.change("delete from rate_counter");
        Rows.change("delete from external_identity");
        Rows.change("delete from provider_flow");
    }

    /** The way back, without host. */
    private String back(Trip trip, UnaryOperator<JWTClaimsSet.Builder> claims) {
        String address = provider.signIn(trip.question(), claims);
        return address.substring(address.indexOf(START));
    }

    private HttpResponse<String> signIn(String login) {
        Trip trip = depart(START);
        return trip.browser().get(back(trip, person(login)));
    }

    @Test
    void letsInTheOfficerWhoseLoginTheProviderNames() throws SQLException {
        HttpResponse<String> answer = signIn("shekou.officer");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(location(answer)).isEqualTo("/desk");
        Caller officer = new Caller("officer", cookie(answer, "__Host-aeo"));
        assertThat(officer.get("/desk").statusCode()).isEqualTo(200);
        assertThat(officer.get("/api/v1/people").body()).contains("shekou.officer");
        assertThat(cookie(answer, "__Host-aeo_provider")).isEqualTo("__Host-aeo_provider=");
        assertThat(Rows.one("select subject from external_identity").text("subject"))
                .isEqualTo("subject of shekou.officer");
        assertThat(Rows.number("select count(*) from audit_entry where action = 'identity.bind-provider'"
                        + " and account_id = " + Caller.account("shekou.officer")))
                .isPositive();
    }

    @Test
    void asksWithEverythingThatTiesTheAnswerToThisBrowser() {
        Map<String, String> first = TestProvider.fields(depart(START).question().split("\\?", 2)[1]);
        Map<String, String> second =
                TestProvider.fields(depart(START).question().split("\\?", 2)[1]);
        assertThat(first)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", TestProvider.client())
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("scope", "openid profile email");
        assertThat(first.get("redirect_uri")).endsWith("/sign-in/provider/return");
        for (String once : List.of("state", "nonce", "code_challenge")) {
            assertThat(first.get(once)).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(second.get(once));
        }
        assertThat(Caller.anonymous()
                        .get(START)
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElse(""))
                .contains("HttpOnly", "Secure", "SameSite=Lax", "Path=/", "Max-Age=600");
    }

    @Test
    void knowsThePersonBySubjectWhateverHeIsCalledLater() throws SQLException {
        signIn("shekou.officer");
        Trip trip = depart(START);
        HttpResponse<String> answer = trip.browser()
                .get(back(trip, claims -> claims.subject("subject of shekou.officer")
                        .claim("preferred_username", "dapeng.officer")));
        Caller officer = new Caller("officer", cookie(answer, "__Host-aeo"));
        assertThat(officer.get("/api/v1/people").body())
                .contains("shekou.officer")
                .doesNotContain("dapeng.officer");
        assertThat(Rows.number("select count(*) from external_identity")).isEqualTo(1);
    }

    @Test
    void whoTakesOverANameDoesNotTakeOverTheAccount() throws SQLException {
        signIn("shekou.officer");
        Trip trip = depart(START);
        HttpResponse<String> answer = trip.browser().get(back(trip, claims -> claims.subject("somebody new")
                .claim("preferred_username", "shekou.officer")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(cookie(answer, "__Host-aeo")).isEmpty();
        assertThat(Rows.number("select count(*) from external_identity")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody.here", "electronics.user", "", "%", "<script>alert(1)</script>"})
    void makesNoAccountAndSaysWhatToDo(String login) throws SQLException {
        long before = Rows.number("select count(*) from account");
        HttpResponse<String> answer = signIn(login);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("您在本系统尚无账号").doesNotContain("<script>alert");
        assertThat(cookie(answer, "__Host-aeo")).isEmpty();
        assertThat(Rows.number("select count(*) from account")).isEqualTo(before);
        assertThat(Rows.number("select count(*) from external_identity")).isZero();
    }

    @Test
    void suspendedPersonStaysOut() throws SQLException {
        signIn("dapeng.officer");
        try {
            Rows.change("update account set suspended_at = now() where login = 'dapeng.officer'");
            HttpResponse<String> answer = signIn("dapeng.officer");
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(cookie(answer, "__Host-aeo")).isEmpty();
        } finally {
            Rows.change("update account set suspended_at = null where login = 'dapeng.officer'");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.aeoreach.identity.oidc.Forgery#all")
    void refusesForgedToken(String what, Forgery forgery) throws SQLException {
        RSAKey key = provider.key();
        provider.mint(claims -> forgery.of(claims, key));
        HttpResponse<String> answer = signIn("shekou.officer");
        assertThat(answer.statusCode()).as(what).isEqualTo(502);
        assertThat(cookie(answer, "__Host-aeo")).isEmpty();
        assertThat(Rows.number("select count(*) from external_identity")).isZero();
    }

    @Test
    void toleratesClocksThatDifferByMinute() {
        provider.mint(claims -> TestProvider.signed(
                more(claims).expirationTime(in(-50)).issueTime(in(-300)).build(), provider.key()));
        assertThat(signIn("shekou.officer").statusCode()).isEqualTo(303);
        provider.mint(
                claims -> TestProvider.signed(more(claims).issueTime(in(50)).build(), provider.key()));
        assertThat(signIn("shekou.officer").statusCode()).isEqualTo(303);
    }

    @Test
    void followsTheProviderToNewKeysButAsksForThemSparingly() {
        assertThat(signIn("shekou.officer").statusCode()).isEqualTo(303);
        provider.rotate();
        LockSupport.parkNanos(10_500_000_000L);
        assertThat(signIn("shekou.officer").statusCode()).isEqualTo(303);
        int reads = provider.keyReads();
        provider.mint(claims -> TestProvider.signed(claims, Forgery.FOREIGN));
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("shekou.officer").statusCode()).isEqualTo(502);
        }
        assertThat(provider.keyReads() - reads).isLessThanOrEqualTo(1);
    }

    @Test
    void refusesReturnThatThisBrowserDidNotAskFor() {
        Trip mine = depart(START);
        Trip other = depart(START);
        String back = back(other, person("shekou.officer"));
        assertThat(Caller.anonymous().get(back).statusCode()).as("no cookie").isEqualTo(400);
        assertThat(mine.browser().get(back).statusCode()).as("another's state").isEqualTo(400);
        assertThat(mine.browser().get(START + "/return?code=x").statusCode())
                .as("no state")
                .isEqualTo(400);
        assertThat(other.browser().get(back).statusCode()).as("its own").isEqualTo(303);
    }

    @Test
    void takesEachReturnOnce() {
        Trip trip = depart(START);
        String back = back(trip, person("shekou.officer"));
        assertThat(trip.browser().get(back).statusCode()).isEqualTo(303);
        HttpResponse<String> again = trip.browser().get(back);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("本次登录已失效");
    }

    @Test
    void twoReturnsAtOnceLetOneIn() {
        Trip trip = depart(START);
        String back = back(trip, person("shekou.officer"));
        List<Integer> statuses = Stream.of(1, 2, 3, 4)
                .parallel()
                .map(nr -> trip.browser().get(back).statusCode())
                .sorted()
                .collect(Collectors.toList());
        assertThat(statuses).containsExactly(303, 400, 400, 400);
    }

    @Test
    void returnIsOverAfterTenMinutes() throws SQLException {
        Trip trip = depart(START);
        String back = back(trip, person("shekou.officer"));
        assertThat(Rows.number("select count(*) from provider_flow where expires_at between now() + interval"
                        + " '9 minutes' and now() + interval '10 minutes'"))
                .isEqualTo(1);
        Rows.change("update provider_flow set expires_at = now()");
        assertThat(trip.browser().get(back).statusCode()).isEqualTo(400);
    }

    @Test
    void codeNeedsTheVerifierOfThisBrowser() {
        Trip mine = depart(START);
        Trip other = depart(START);
        String stolen = TestProvider.fields(
                        back(other, person("shekou.officer")).split("\\?", 2)[1])
                .getOrDefault("code", "");
        String state = TestProvider.fields(mine.question().split("\\?", 2)[1]).getOrDefault("state", "");
        assertThat(mine.browser()
                        .get(START + "/return?code=" + stolen + "&state=" + state)
                        .statusCode())
                .isEqualTo(502);
    }

    @Test
    void answerOfAnotherIssuerIsRefused() {
        Trip trip = depart(START);
        String back = back(trip, person("shekou.officer"));
        assertThat(trip.browser().get(back + "&iss=https%3A%2F%2Fevil.example").statusCode())
                .isEqualTo(502);
    }

    @Test
    void saysWhenTheProviderDeclined() {
        Trip trip = depart(START);
        String state = TestProvider.fields(trip.question().split("\\?", 2)[1]).getOrDefault("state", "");
        HttpResponse<String> answer = trip.browser().get(START + "/return?error=access_denied&state=" + state);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("未能登录");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"})
    void leadsOnOnlyWithinThisSite(String next) {
        String encoded = java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8);
        Trip trip = depart(START + "?next=" + encoded);
        assertThat(location(trip.browser().get(back(trip, person("shekou.officer")))))
                .isEqualTo("/portal");
    }

    @Test
    void leadsOnToWhereThePersonWanted() {
        Trip trip = depart(START + "?next=%2Fdesk%2Funits%3Fq%3D53");
        assertThat(location(trip.browser().get(back(trip, person("shekou.officer")))))
                .isEqualTo("/desk/units?q=53");
    }

    @Test
    void providerThatIsDeadOrStrangeGivesClearPageAndOtherWaysStay() {
        Map<String, Integer> statuses = Map.of("dead", 503, "html", 502, "huge", 503, "redirect", 502);
        statuses.forEach((how, expected) -> {
            provider.answer("/token", exchange -> {
                switch (how) {
                    case "dead" -> TestProvider.send(exchange, 500, "{}");
                    case "html" -> TestProvider.send(exchange, 200, "<html>");
                    case "huge" -> TestProvider.send(exchange, 200, "{\"id_token\":\"" + "x".repeat(300_000) + "\"}");
                    default -> {
                        exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
                        exchange.sendResponseHeaders(307, -1);
                    }
                }
            });
            HttpResponse<String> answer = signIn("shekou.officer");
            assertThat(answer.statusCode()).as(how).isEqualTo(expected);
            assertThat(answer.body()).as(how).contains("统一身份认证");
        });
        assertThat(Caller.signedIn("shekou.officer").get("/desk").statusCode()).isEqualTo(200);
        assertThat(Caller.anonymous().get("/sign-in").body()).contains("海关统一身份认证", START);
    }

    @Test
    void slowProviderIsGivenUp() {
        provider.answer("/token", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            for (int i = 0; i < 60; i++) {
                LockSupport.parkNanos(200_000_000L);
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            }
        });
        long begin = System.nanoTime();
        assertThat(signIn("shekou.officer").statusCode()).isEqualTo(503);
        assertThat((System.nanoTime() - begin) / 1_000_000_000L).isLessThan(9);
    }

    @Test
    void everythingThatGoesOutStaysOutOfTheDatabase() throws SQLException {
        Trip trip = depart(START);
        Map<String, String> asked = TestProvider.fields(trip.question().split("\\?", 2)[1]);
        String row = Rows.one("select f::text as text from provider_flow f").text("text");
        assertThat(row)
                .doesNotContain(
                        asked.getOrDefault("state", "-"),
                        asked.getOrDefault("nonce", "-"),
                        Objects.requireNonNull(trip.browser().cookie()).split("=", 2)[1]);
    }

    @Test
    void signingOutOffersToSignOutThereToo() {
        HttpResponse<String> in = signIn("shekou.officer");
        String cookies = cookie(in, "__Host-aeo") + "; " + cookie(in, "__Host-aeo_by_provider");
        HttpResponse<String> out = new Caller("officer", cookies).form("/sign-out", Map.of());
        assertThat(location(out)).isEqualTo("/signed-out");
        assertThat(Caller.anonymous().get("/signed-out").body()).contains("/sign-in/provider/end");
        assertThat(location(Caller.anonymous().get("/sign-in/provider/end")))
                .startsWith(provider.issuer() + "/end?client_id=" + TestProvider.client())
                .contains("post_logout_redirect_uri=", "%2Fportal");
        assertThat(location(Caller.signedIn("shekou.officer").form("/sign-out", Map.of())))
                .isEqualTo("/portal");
    }

    @Test
    void administratorUndoesTheBinding() throws SQLException {
        signIn("shekou.officer");
        long id = Rows.number("select id from external_identity");
        String path = "/desk/people/" + Caller.account("shekou.officer");
        Caller admin = Caller.signedIn("shekou.admin");
        assertThat(admin.get(path + "/tokens").body()).contains(provider.issuer(), "shekou.officer");
        assertThat(admin.form(path + "/providers/" + id + "/end", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(Rows.number("select count(*) from external_identity")).isZero();
    }
}
