package org.aeoreach.web;

import static org.aeoreach.web.ProblemAssert.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aeoreach.launcher.TestServer;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Digest;
import org.aeoreach.testing.RawHttp;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way a call of the API can be wrong has its own status, says what to do, and changes nothing. */
@RunAsClient
class ProblemsIT implements ServerTest {
    private static final String UNITS = "/api/v1/units";

    private Caller administrator = Caller.anonymous();

    @BeforeEach
    void signIn() throws SQLException {
        Rows.change("delete from rate_counter");
        administrator = Caller.signedIn("system.admin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                "null",
                "[]",
                "\"text\"",
                "{\"code\":\"9901\",\"nameZh\":\"x\",\"districtId\":1,\"source\":\"s\",\"more\":1}",
                "{\"code\":\"9901\",\"nameZh\":\"x\",\"districtId\":\"abc\",\"source\":\"s\"}",
                "{\"code\":9901,\"nameZh\":\"x\",\"districtId\":1,\"source\":\"s\"}",
                "{\"code\":\"9901\",\"nameZh\":\"x\",\"districtId\":\"1\",\"source\":\"s\"}",
                "{\"code\":\"9901\",\"nameZh\":{},\"districtId\":1,\"source\":\"s\"}",
                "{\"code\":\"9901\",\"nameZh\":[\"x\"],\"districtId\":1,\"source\":\"s\"}",
                "{\"code\":\"9901\",\"nameZh\":\"x\",\"districtId\":1.5,\"source\":\"s\"}",
                "{\"code\":\"9901\",\"nameZh\":\"x\",\"districtId\":99999999999999999999,\"source\":\"s\"}",
                "{\"code\":\"9901\",\"nameZh\":\"x\",\"districtId\":1,\"source\":\"s\",\"openedOn\":\"2026-13-40\"}",
                "{\"code\":\"9901\",\"nameZh\":\"x\",\"districtId\":1,\"source\":\"s\"} {}",
            })
    void refusesWhatIsNotTheJsonAskedFor(String body) throws SQLException {
        Map<String, Object> before = Digest.take();
        HttpResponse<String> answer = administrator.json("POST", UNITS, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        ProblemAssert.givesNothingAway(answer.body());
        assertThat(Digest.take()).isEqualTo(before);
    }

    @Test
    void refusesDeepJsonAtOnce() {
        String deep = "{\"code\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";
        long start = System.nanoTime();
        isProblem(administrator.json("POST", UNITS, deep), 400, "malformed-json");
        assertThat((System.nanoTime() - start) / 1_000_000).as("milliseconds").isLessThan(2_000);
    }

    @Test
    void refusesInvalidUtf8() {
        byte[] bytes =
                "{\"code\":\"9901\",\"nameZh\":\"\u00ff\"}".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        HttpRequest request = request("POST", BodyPublishers.ofByteArray(bytes));
        isProblem(Caller.send(request), 400, "malformed-json");
    }

    private HttpRequest request(String method, HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create(TestServer.base() + UNITS))
                .method(method, body)
                .header("Content-Type", "application/json")
                .header("Cookie", Objects.requireNonNull(administrator.cookie()))
                .build();
    }

    @Test
    void namesInvalidFieldsInTheLanguageOfThePerson() throws SQLException {
        String body = "{\"code\":\"99\",\"nameZh\":\" \",\"districtId\":1,\"source\":\"s\"}";
        for (String language : List.of("en", "zh")) {
            Rows.change("update account set language = ? where login = ?", language, administrator.name());
            HttpResponse<String> answer = administrator.json("POST", UNITS, body);
            JsonObject problem = isProblem(answer, 400, "validation");
            List<JsonObject> errors = problem.getJsonArray("errors").getValuesAs(JsonObject.class);
            assertThat(errors).extracting(error -> error.getString("field")).containsExactly("code", "nameZh");
            boolean chinese = errors.get(0).getString("message").matches("(?s).*[\\u4e00-\\u9fff].*");
            assertThat(chinese).isEqualTo(language.startsWith("zh"));
        }
    }

    @Test
    void tellsWhoIsNotSignedInAndWhoMayNot() {
        isProblem(Caller.anonymous().get(UNITS), 401, "not-signed-in");
        Caller officer = Caller.signedIn("shekou.officer");
        isProblem(officer.json("POST", UNITS, "{}"), 403, "forbidden");
    }

    @Test
    void knowsNothingOfWhatIsNotThere() {
        isProblem(administrator.get(UNITS + "/999999999"), 404, "not-found");
        isProblem(administrator.get(UNITS + "/abc"), 404, "not-found");
        isProblem(administrator.get("/api/v1/nothing"), 404, "not-found");
        isProblem(Caller.anonymous().get("/api/v1/nothing"), 404, "not-found");
        isProblem(administrator.get("/api/v1/people/999999999"), 404, "not-found");
    }

    @Test
    void refusesMethodsAndMediaTypesItHasNot() {
        isProblem(administrator.send("DELETE", UNITS, null), 405, "method-not-allowed");
        isProblem(administrator.send("PROPFIND", UNITS, null), 405, "method-not-allowed");
        isProblem(administrator.send("GET", UNITS, null, "Accept", "text/csv"), 406, "not-acceptable");
        isProblem(administrator.send("POST", UNITS, "x", "Content-Type", "text/plain"), 415, "unsupported-media-type");
        isProblem(
                administrator.send("POST", UNITS, "<a/>", "Content-Type", "application/xml"),
                415,
                "unsupported-media-type");
    }

    @Test
    void refusesToCloseUnitInWhichPeopleWork() throws SQLException {
        long house = Units.id("5304");
        long version = Rows.number("select version from unit where id = ?", house);
        HttpResponse<String> answer = administrator.json(
                "PUT",
                UNITS + "/" + house + "/closure",
                "{\"closedOn\":\"2026-01-01\"}",
                "If-Match",
                "\"v" + version + "\"");
        isProblem(answer, 409, "people-in-unit");
    }

    @Test
    void wantsTheVersionThatIsChanged() throws SQLException {
        String path = UNITS + "/" + Units.newHouse("5300") + "/name";
        String body = "{\"nameZh\":\"新\",\"validFrom\":\"2020-01-01\"}";
        isProblem(administrator.json("PUT", path, body), 428, "precondition-required");
        isProblem(administrator.json("PUT", path, body, "If-Match", "\"v77\""), 412, "precondition-failed");
        isProblem(administrator.json("PUT", path, body, "If-Match", "nonsense"), 400, "malformed-request");
        HttpResponse<String> changed = administrator.json("PUT", path, body, "If-Match", "\"v0\"");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag")).isNotEmpty().isNotEqualTo("\"v0\"");
        isProblem(administrator.json("PUT", path, body, "If-Match", "\"v0\""), 412, "precondition-failed");
    }

    @Test
    void refusesBodiesOverTheLimitOfTheRoute() {
        byte[] large = new byte[(1 << 20) + 1];
        java.util.Arrays.fill(large, (byte) ' ');
        isProblem(Caller.send(request("POST", BodyPublishers.ofByteArray(large))), 413, "too-large");
        HttpRequest chunked = request("POST", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
        isProblem(Caller.send(chunked), 413, "too-large");
    }

    @Test
    void refusesHostsItDoesNotServe() {
        RawHttp.Answer answer =
                RawHttp.send("GET /api/v1/units HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
        assertThat(answer.status()).isEqualTo(421);
        assertThat(answer.head()).contains("application/problem+json");
        assertThat(answer.body()).contains("/problems/unknown-host");
    }

    @Test
    void saysWhenToComeBack() throws SQLException {
        String key = "SEARCH:account:" + Caller.account("system.admin");
        Rows.change(
                "insert into rate_counter (key, window_start, used)"
                        + " select ?, to_timestamp((floor(extract(epoch from now()) / 60) + n) * 60), 100000"
                        + " from generate_series(-1, 1) n on conflict (key, window_start) do update set used = 100000",
                key);
        HttpResponse<String> answer = administrator.get(UNITS);
        isProblem(answer, 429, "too-many-requests");
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("0")))
                .isBetween(1, 120);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/portal/nothing", "/desk/nothing", "/nothing", "/assets/app/nothing.css"})
    void showsPagesForPeople(String path) {
        for (String language : List.of("zh", "en")) {
            HttpResponse<String> answer =
                    Caller.anonymous().send("GET", path, null, "Accept-Language", language, "Accept", "text/html");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
            assertThat(answer.body())
                    .contains("<html lang=\"" + language)
                    .contains(answer.headers().firstValue("X-Request-Id").orElse("none"));
            ProblemAssert.givesNothingAway(answer.body());
        }
    }

    @Test
    void showsPagesForEveryKindOfRefusal() {
        assertThat(page(Caller.anonymous().get("/desk"))).isEqualTo(401);
        assertThat(page(Caller.signedIn("shekou.officer").get("/portal/my"))).isEqualTo(403);
        assertThat(page(Caller.anonymous().form("/portal", Map.of()))).isEqualTo(405);
        assertThat(page(administrator.get("/desk/units/999999999"))).isEqualTo(404);
        String large = "x".repeat(300_000);
        assertThat(page(Caller.anonymous().form("/sign-in", Map.of("account", large))))
                .isEqualTo(413);
    }

    @Test
    void listsSayWhatIsWrongWithTheirAddressAndStay() {
        for (String wrong : List.of("limit=0", "kind=NONSENSE", "sort=password", "after=x")) {
            HttpResponse<String> answer = administrator.get("/desk/units/list?" + wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(answer.body()).as(wrong).contains("<main", "error-summary");
            ProblemAssert.givesNothingAway(answer.body());
        }
    }

    private static int page(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body())
                .contains("<main", answer.headers().firstValue("X-Request-Id").orElse("none"));
        ProblemAssert.givesNothingAway(answer.body());
        return answer.statusCode();
    }
}
