package org.aeoreach.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.aeoreach.launcher.TestServer;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.RawHttp;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no honest client sends is refused at the door, and every answer carries the headers that protect. */
@RunAsClient
class DoorIT implements ServerTest {

    @BeforeEach
    void forgetRates() throws SQLException {
        Rows.change("delete from rate_counter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk;x=1",
                "/desk;jsessionid=abc",
                "/;__Host-aeo=abc/desk",
                "/desk%3bx",
                "/desk%3Bx=1/units",
                "//desk",
                "/desk//units",
                "/desk/../portal",
                "/desk/./units",
                "/portal/..%2fdesk",
                "/%2e%2e/etc/passwd",
                "/portal/%2e%2e/desk",
                "/portal/.%2e/desk",
                "/desk%2funits",
                "/desk%2Funits",
                "/desk%5cunits",
                "/desk\\units",
                "/desk%00",
                "/desk%00.css",
                "/assets/../WEB-INF/web.xml",
                "/assets/..%2fWEB-INF/web.xml",
                "/assets/app/..%5c..%5cweb.xml",
                "/assets/app//etc/passwd",
                "/assets/webjars/%2e%2e/%2e%2e/db/migration",
                "/WEB-INF/web.xml",
                "/WEB-INF;/web.xml",
                "/WEB-INF%2fweb.xml",
                "/%57EB-INF/web.xml",
                "/web-inf/web.xml",
                "/META-INF/MANIFEST.MF",
                "/META-INF/persistence.xml",
                "/WEB-INF/classes/META-INF/persistence.xml",
                "/portal%c0%ae%c0%ae/desk",
                "/%ff%fe",
                "/application.wadl",
                "/metrics",
                "/.git/config",
            })
    void refusesCraftedPaths(String path) {
        RawHttp.Answer answer = RawHttp.get(path);
        assertThat(answer.status()).as(answer.head()).isBetween(400, 404);
        ProblemAssert.givesNothingAway(answer.body());
        assertThat(answer.body()).doesNotContain("display-name", "persistence-unit", "root:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost\r\nHost: evil.example\r\n",
                "Host: evil.example\r\nHost: localhost\r\n",
                "",
                "Host: evil.example\r\n",
                "Host: localhost.evil.example\r\n",
                "Host: evil.example#localhost\r\n",
                "Host: localhost@evil.example\r\n",
                "Host: localhost\r\nContent-Length: +3\r\n",
                "Host: localhost\r\nContent-Length: 3\r\nContent-Length: 4\r\n",
            })
    void refusesAmbiguousRequests(String headers) {
        RawHttp.Answer answer = RawHttp.send("POST /sign-in HTTP/1.1\r\n" + headers
                + "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\n");
        assertThat(answer.status()).as(answer.head()).isIn(400, 421);
    }

    /** The server itself answers these, with nothing, before any filter. */
    @ParameterizedTest
    @ValueSource(strings = {"/portal%", "/portal%zz", "/%"})
    void undecodablePathsReachNothing(String path) {
        assertThat(RawHttp.get(path).body()).isEmpty();
    }

    /** The server reads by Transfer-Encoding and hides the other header; what follows must not pass as a request. */
    @Test
    void requestOfTwoLengthsIsTheLastOfItsConnection() {
        String host = "Host: localhost\r\n";
        RawHttp.Answer answer = RawHttp.send("POST /sign-in HTTP/1.1\r\n" + host
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                + "GET /portal HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n");
        assertThat(answer.body()).doesNotContain("HTTP/1.1 ");
    }

    @Test
    void doesNotFollowForgedHostInRedirects() {
        HttpResponse<String> answer = Caller.anonymous()
                .send("GET", "/", null, "X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "https");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElse("")).isEqualTo("/portal");
    }

    @Test
    void doesNotBelieveForwardedAddressOfStrangers() throws SQLException {
        HttpResponse<String> answer = Caller.anonymous()
                .send(
                        "POST",
                        "/sign-in",
                        "account=" + Caller.account("gacc.officer"),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "X-Forwarded-For",
                        "203.0.113.9",
                        "X-Request-Id",
                        "forged-request-id");
        assertThat(answer.statusCode()).isEqualTo(303);
        String id = answer.headers().firstValue("X-Request-Id").orElse("");
        assertThat(id).isNotEqualTo("forged-request-id");
        assertThat(Rows.one("select address from audit_entry where request_id = ?", id)
                        .text("address"))
                .isNotEqualTo("203.0.113.9");
    }

    @Test
    void refusesChangesFromOtherSites() {
        List<String[]> headers = List.of(
                new String[] {"Sec-Fetch-Site", "cross-site"},
                new String[] {"Sec-Fetch-Site", "same-site"},
                new String[] {"Sec-Fetch-Site", "nonsense"},
                new String[] {"Origin", "https://evil.example"},
                new String[] {"Origin", "null"},
                new String[] {"Origin", "http://localhost"},
                new String[] {"Origin", TestServer.base() + ".evil.example"});
        Caller officer = Caller.signedIn("shekou.officer");
        for (String[] header : headers) {
            HttpResponse<String> answer = officer.send("POST", "/sign-out", "", header);
            assertThat(answer.statusCode()).as(String.join(": ", header)).isEqualTo(403);
        }
        assertThat(officer.get("/desk").statusCode()).as("session still open").isEqualTo(200);
        assertThat(officer.send(
                                "POST",
                                "/sign-out",
                                "",
                                "Origin",
                                TestServer.base().toString(),
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(303);
        assertThat(officer.get("/desk").statusCode()).as("session over").isEqualTo(401);
    }

    static Stream<String> redirects() {
        List<String> hosts =
                List.of("evil.example", "evil.example/%2e%2e", "evil.example:80", "localhost@evil.example");
        Stream<String> crafted = hosts.stream().flatMap(host -> Stream.of(
                        "//",
                        "///",
                        "////",
                        "/\\",
                        "\\\\",
                        "\\/",
                        "/%09/",
                        "/\t/",
                        "/ /",
                        "http://",
                        "https://",
                        "HTTPS:",
                        "ftp://",
                        "/%5c",
                        "\u3000//",
                        ".",
                        "@")
                .map(prefix -> prefix + host));
        return Stream.concat(
                crafted,
                Stream.of(
                        "javascript:alert(1)",
                        "data:text/html,x",
                        " //evil.example",
                        "/portal\r\nSet-Cookie: a=b",
                        "/portal\nX: y",
                        "/\r/evil.example",
                        "//",
                        "/.evil.example",
                        "/..//evil.example",
                        "/portal/../..//evil.example",
                        "http:evil.example",
                        "?next=//evil.example",
                        "#//evil.example",
                        ""));
    }

    @ParameterizedTest
    @MethodSource("redirects")
    void redirectsOnlyWithinThisSite(String next) throws SQLException {
        staysHere(Caller.anonymous().form("/language", Map.of("to", "en", "next", next)));
        HttpResponse<String> signedIn = Caller.anonymous()
                .form("/sign-in", Map.of("account", Long.toString(Caller.account("gacc.officer")), "next", next));
        staysHere(signedIn);
    }

    private static void staysHere(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        String location = answer.headers().firstValue("Location").orElse("");
        assertThat(location).startsWith("/").doesNotContain("\\", "\r", "\n", "\t");
        URI resolved = TestServer.base().resolve(location);
        assertThat(resolved.getAuthority()).isEqualTo(TestServer.base().getAuthority());
        assertThat(answer.headers().map()).doesNotContainKeys("X", "x");
    }

    @Test
    void keepsHonestReturnAddress() {
        HttpResponse<String> answer =
                Caller.anonymous().form("/language", Map.of("to", "en", "next", "/portal/units?q=53"));
        assertThat(answer.headers().firstValue("Location")).contains("/portal/units?q=53");
    }

    @Test
    void everyAnswerCarriesTheProtectingHeaders() {
        Caller officer = Caller.signedIn("shekou.officer");
        List<HttpResponse<String>> answers = List.of(
                officer.get("/desk"),
                officer.get("/api/v1/units"),
                Caller.anonymous().get("/portal"),
                Caller.anonymous().get("/"),
                Caller.anonymous().get("/nothing"),
                Caller.anonymous().get("/api/v1/units"),
                Caller.anonymous().get("/api/v1/nothing"),
                Caller.anonymous().get("/assets/app/reach.css"),
                Caller.anonymous().get("/assets/nothing"),
                Caller.anonymous().get("/health/live"),
                Caller.anonymous().send("PROPFIND", "/portal", null),
                Caller.anonymous().send("PUT", "/portal", null));
        for (HttpResponse<String> answer : answers) {
            protects(answer);
        }
    }

    private static void protects(HttpResponse<String> answer) {
        String where = answer.request().method() + " " + answer.uri();
        Map<String, List<String>> headers = answer.headers().map();
        assertThat(headers)
                .as(where)
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsKeys("content-security-policy", "referrer-policy", "x-request-id", "cache-control")
                .doesNotContainKeys("server", "x-powered-by", "x-frame-options");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .as(where)
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe-inline", "unsafe-eval", "*");
        assertThat(headers.getOrDefault("set-cookie", List.of()).toString()).doesNotContain("JSESSIONID");
    }

    @Test
    void answersRefusedAtTheDoorAreProtectedToo() {
        for (RawHttp.Answer answer : List.of(RawHttp.get("/desk;x"), RawHttp.get("/desk%2fx"))) {
            assertThat(answer.head())
                    .contains("Content-Security-Policy", "nosniff", "X-Request-Id")
                    .doesNotContain("Server:", "X-Powered-By");
        }
    }

    @Test
    void sessionCookieStaysWithBrowserAndSite() {
        HttpResponse<String> answer =
                Caller.anonymous().form("/sign-in", Map.of("account", Long.toString(Caller.account("gacc.officer"))));
        String cookie = answer.headers().firstValue("Set-Cookie").orElse("");
        assertThat(cookie)
                .matches("__Host-aeo=[A-Za-z0-9_-]{43};.*")
                .contains(";Secure", ";HttpOnly", ";SameSite=Lax", ";Path=/")
                .doesNotContainIgnoringCase("Domain=")
                .doesNotContainIgnoringCase("Expires=");
    }

    @Test
    void sessionIsForgottenByTheServerAtSignOut() {
        Caller officer = Caller.signedIn("shekou.officer");
        HttpResponse<String> answer = officer.form("/sign-out", Map.of());
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("Max-Age=0");
        assertThat(officer.get("/api/v1/units").statusCode()).isEqualTo(401);
    }

    @Test
    void everySignInMakesNewSession() {
        Caller first = Caller.signedIn("shekou.officer");
        Caller second = Caller.signedIn("shekou.officer");
        assertThat(Objects.requireNonNull(first.cookie())).isNotEqualTo(second.cookie());
        Caller forged = new Caller("forged", "__Host-aeo=" + "A".repeat(43));
        assertThat(forged.get("/desk").statusCode()).isEqualTo(401);
    }

    @Test
    void answersClientsThatOfferHttp2() throws IOException, InterruptedException {
        HttpClient offering = HttpClient.newHttpClient();
        HttpRequest get = HttpRequest.newBuilder(URI.create(TestServer.base() + "/portal"))
                .timeout(Duration.ofSeconds(10))
                .build();
        assertThat(offering.send(get, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        HttpRequest post = HttpRequest.newBuilder(URI.create(TestServer.base() + "/sign-in"))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("account=" + Caller.account("gacc.officer")))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(post, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(303);
    }
}
