package org.aeoreach.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aeoreach.platform.Time;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.JsonText;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a token opens, what it does not, and when it ends. */
@RunAsClient
class TokenIT implements ServerTest {

    private static final String MINE = "/api/v1/me/tokens";

    @BeforeEach
    void clean() throws SQLException {
        Rows.change("delete from rate_counter");
        Rows.change("delete from access_token");
    }

    /** Calls with a token instead of a cookie. */
    private record Program(String secret) {

        HttpResponse<String> send(String method, String path, String body, String... headers) {
            String[] all = new String[headers.length + 4];
            System.arraycopy(headers, 0, all, 4, headers.length);
            all[0] = "Authorization";
            all[1] = "Bearer " + secret;
            all[2] = "Content-Type";
            all[3] = "application/json";
            return Caller.anonymous().send(method, path, body.isEmpty() ? null : body, all);
        }

        HttpResponse<String> get(String path) {
            return send("GET", path, "");
        }
    }

    private static String wanted(String scope, LocalDate lastDay) {
        return "{\"name\":\"nightly\",\"scope\":\"" + scope + "\",\"lastDay\":\"" + lastDay + "\"}";
    }

    private static LocalDate day(int fromToday) {
        return LocalDate.now(Time.ZONE).plusDays(fromToday);
    }

    private static Program made(Caller owner, String scope) {
        HttpResponse<String> answer = owner.json("POST", MINE, wanted(scope, day(30)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new Program(JsonText.object(answer.body()).getString("secret"));
    }

    @Test
    void tokenActsInTheRoleItWasMadeIn() throws SQLException {
        Caller officer = Caller.signedIn("shenzhen.two.roles");
        Program district = made(officer, "READ");
        long coordinator = Rows.number(
                "select id from role_assignment where role = 'COORDINATOR' and account_id = ?",
                Caller.account("shenzhen.two.roles"));
        JsonObject second = JsonText.object(officer.json(
                        "POST",
                        MINE,
                        "{\"name\":\"b\",\"scope\":\"READ\",\"lastDay\":\"" + day(1) + "\",\"assignmentId\":"
                                + coordinator + "}")
                .body());
        assertThat(district.get("/api/v1/people").body()).contains("shekou.officer", "dapeng.officer");
        assertThat(new Program(second.getString("secret")).get("/api/v1/people").body())
                .contains("dapeng.officer")
                .doesNotContain("shekou.officer");
        assertThat(second.getJsonObject("token").getString("role")).isEqualTo("COORDINATOR");
    }

    @Test
    void keepsOnlyTheHash() throws SQLException {
        Caller officer = Caller.signedIn("shekou.officer");
        HttpResponse<String> answer =
                officer.json("POST", MINE, wanted("READ", day(30)), "Idempotency-Key", "keeps-only-the-hash");
        String secret = JsonText.object(answer.body()).getString("secret");
        assertThat(Rows.number(
                        "select count(*) from access_token where token_hash = sha256(convert_to(?, 'UTF8'))", secret))
                .isEqualTo(1);
        HttpResponse<String> again =
                officer.json("POST", MINE, wanted("READ", day(30)), "Idempotency-Key", "keeps-only-the-hash");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(again.body()).contains("nightly").doesNotContain("secret", "aeo_");
        for (String table : List.of("access_token", "idempotency_record", "audit_entry")) {
            assertThat(Rows.number("select count(*) from " + table + " t where t::text like '%aeo\\_%'"))
                    .as(table)
                    .isZero();
        }
        assertThat(officer.get(MINE).body()).doesNotContain("secret", "aeo_");
    }

    @Test
    void badTokenIsRefusedWhateverCookieComesAlong() throws SQLException {
        Caller officer = Caller.signedIn("shekou.officer");
        String unknown = TokenText.fresh();
        for (String bad : List.of(unknown, unknown + "x", "x", "", "aeo_", unknown + ", Bearer " + unknown)) {
            HttpResponse<String> answer = officer.send("GET", "/api/v1/people", null, "Authorization", "Bearer " + bad);
            assertThat(answer.statusCode()).as(bad).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .isEqualTo("Bearer realm=\"AEO Reach\", error=\"invalid_token\"");
            assertThat(answer.body()).contains("/problems/bad-token");
        }
        assertThat(officer.send("GET", "/api/v1/people", null, "Authorization", "bEaReR " + unknown)
                        .statusCode())
                .isEqualTo(401);
        assertThat(officer.get("/api/v1/people").statusCode()).isEqualTo(200);
    }

    @Test
    void goodTokenGoesBeforeTheCookie() {
        Program program = made(Caller.signedIn("dapeng.officer"), "READ");
        Caller other = Caller.signedIn("pudong.officer");
        HttpResponse<String> answer =
                other.send("GET", "/api/v1/people", null, "Authorization", "Bearer " + program.secret());
        assertThat(answer.body()).contains("dapeng.officer").doesNotContain("pudong.officer");
    }

    @Test
    void saysHowToBeAdmittedWithEvery401() {
        HttpResponse<String> answer = Caller.anonymous().get("/api/v1/people");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"AEO Reach\"");
        assertThat(Caller.anonymous().get("/desk").headers().firstValue("WWW-Authenticate"))
                .isEmpty();
    }

    @Test
    void tryingTokensEndsInWaitingButGoodOnesPass() throws SQLException {
        Program program = made(Caller.signedIn("shekou.officer"), "READ");
        Rows.change("insert into rate_counter select 'BAD_TOKEN:address:127.0.0.1', to_timestamp(floor(extract(epoch"
                + " from clock_timestamp()) / 60) * 60 + s), 60 from (values (0), (60)) v (s)");
        HttpResponse<String> refused = new Program(TokenText.fresh()).get("/api/v1/people");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(program.get("/api/v1/people").statusCode()).isEqualTo(200);
    }

    @Test
    void pagesTakeNoTokens() {
        Program program = made(Caller.signedIn("shekou.officer"), "WRITE");
        for (String page : List.of("/desk", "/portal", "/me/tokens", "/openapi", "/", "/nothing")) {
            HttpResponse<String> answer = program.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(401);
        }
        assertThat(program.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(program.send("POST", "/sign-out", "").statusCode()).isEqualTo(401);
    }

    @Test
    void readingTokenChangesNothing() {
        Program reader = made(Caller.signedIn("shenzhen.admin"), "READ");
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            HttpResponse<String> answer = reader.send(method, "/api/v1/units", method.equals("DELETE") ? "" : "{}");
            assertThat(answer.statusCode()).as(method).isEqualTo(403);
            assertThat(answer.body()).contains("/problems/token-reads-only");
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .contains("error=\"insufficient_scope\"");
        }
        assertThat(reader.get("/api/v1/units").statusCode()).isEqualTo(200);
    }

    @Test
    void writingTokenChangesWhatItsRoleMayAndTheAuditSaysSo() throws SQLException {
        Program writer = made(Caller.signedIn("shenzhen.admin"), "WRITE");
        long person = Rows.number(
                "insert into account (kind, login, name_zh, mail, unit_id, org_path) select 'OFFICER', 'token.sample.' ||"
                        + " clock_timestamp(), '样例', 'a@example.test', id, org_path from unit where code = '5304'"
                        + " returning id");
        String grant = "{\"role\":\"HOUSE_OFFICER\",\"unitId\":"
                + Rows.number("select id from unit where code = '5304'") + ",\"validFrom\":\"" + day(0) + "\"}";
        HttpResponse<String> answer = writer.send("POST", "/api/v1/people/" + person + "/roles", grant);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        Rows.Row entry = Rows.one(
                "select account_id, token_id, token_name, chain from audit_entry where request_id = ?",
                answer.headers().firstValue("X-Request-Id").orElse(""));
        assertThat(entry.id("account_id")).isEqualTo(Caller.account("shenzhen.admin"));
        assertThat(entry.id("token_id")).isEqualTo(Rows.number("select id from access_token"));
        assertThat(entry.text("token_name")).isEqualTo("nightly");
        assertThat(Rows.number("select count(*) from audit_breaks(" + entry.id("chain") + "::smallint)"))
                .isZero();
        String mine =
                Caller.signedIn("gacc.auditor").get("/api/v1/audit?limit=20").body();
        assertThat(mine).contains("\"name\":\"nightly\"");
        assertThat(Caller.signedIn("gacc.auditor").get("/desk/audit").body()).contains("nightly");
    }

    @Test
    void auditFindsForgedToken() throws SQLException {
        Program writer = made(Caller.signedIn("shekou.officer"), "WRITE");
        assertThat(writer.get("/api/v1/people").statusCode()).isEqualTo(200);
        Rows.Row newest = Rows.one("select id, chain from audit_entry order by id desc limit 1");
        String breaks = "select count(*) from audit_breaks(" + newest.id("chain") + "::smallint)";
        Rows.change("update audit_entry set token_id = 1, token_name = 'x' where id = ?", newest.id("id"));
        assertThat(Rows.number(breaks)).isPositive();
        Rows.change("update audit_entry set token_id = null, token_name = null where id = ?", newest.id("id"));
        assertThat(Rows.number(breaks)).isZero();
    }

    @Test
    void needsNoCookieAndNoOriginOfOurs() {
        Program writer = made(Caller.signedIn("shekou.officer"), "WRITE");
        HttpResponse<String> answer =
                writer.send("POST", "/api/v1/substitutions", "{}", "Sec-Fetch-Site", "cross-site");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void cookieIsNotExemptBecauseOfSomeAuthorization() {
        Caller officer = Caller.signedIn("shekou.officer");
        assertThat(officer.send("POST", "/sign-out", "", "Sec-Fetch-Site", "cross-site", "Authorization", "Bearer x")
                        .statusCode())
                .isEqualTo(403);
        assertThat(officer.send(
                                "POST",
                                "/api/v1/substitutions",
                                "{}",
                                "Sec-Fetch-Site",
                                "cross-site",
                                "Authorization",
                                "Basic eDp5",
                                "Content-Type",
                                "application/json")
                        .statusCode())
                .isEqualTo(403);
        assertThat(officer.get("/desk").statusCode()).isEqualTo(200);
    }

    @Test
    void tokenMakesAndRevokesNoTokens() throws SQLException {
        Program writer = made(Caller.signedIn("shenzhen.admin"), "WRITE");
        long id = Rows.number("select id from access_token");
        HttpResponse<String> answer = writer.send("POST", MINE, wanted("WRITE", day(30)));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("/problems/not-for-tokens");
        assertThat(writer.send("DELETE", MINE + "/" + id, "").statusCode()).isEqualTo(403);
        assertThat(Rows.number("select count(*) from access_token where revoked_at is null"))
                .isEqualTo(1);
        assertThat(writer.get(MINE).statusCode()).isEqualTo(200);
    }

    @Test
    void endsWithItsRevocationAtOnce() throws SQLException {
        Caller officer = Caller.signedIn("shekou.officer");
        Program program = made(officer, "READ");
        assertThat(program.get("/api/v1/people").statusCode()).isEqualTo(200);
        String path = MINE + "/" + Rows.number("select id from access_token");
        assertThat(officer.send("DELETE", path, null).body()).contains("\"status\":\"REVOKED\"");
        assertThat(program.get("/api/v1/people").statusCode()).isEqualTo(401);
        assertThat(officer.send("DELETE", path, null).statusCode())
                .as("again is no fault")
                .isEqualTo(200);
    }

    @Test
    void endsWithItsLastDay() throws SQLException {
        Program program = made(Caller.signedIn("shekou.officer"), "READ");
        Rows.change("update access_token set expires_at = now() + interval '2 seconds'");
        assertThat(program.get("/api/v1/people").statusCode()).isEqualTo(200);
        Rows.change("update access_token set expires_at = now()");
        assertThat(program.get("/api/v1/people").statusCode()).isEqualTo(401);
        assertThat(Caller.signedIn("shekou.officer").get(MINE).body()).contains("\"status\":\"EXPIRED\"");
    }

    @Test
    void endsWithTheSuspensionOfItsOwnerAndWithHisRole() throws SQLException {
        Program program = made(Caller.signedIn("shekou.officer"), "READ");
        long owner = Caller.account("shekou.officer");
        try {
            Rows.change("update account set suspended_at = now() where id = ?", owner);
            assertThat(program.get("/api/v1/people").statusCode()).isEqualTo(401);
        } finally {
            Rows.change("update account set suspended_at = null where id = ?", owner);
        }
        String role = "(select assignment_id from access_token)";
        try {
            Rows.change("update role_assignment set valid_to = china_day() - 2 where id = " + role);
            assertThat(program.get("/api/v1/people").statusCode()).isEqualTo(401);
        } finally {
            Rows.change("update role_assignment set valid_to = null where id = " + role);
        }
        assertThat(program.get("/api/v1/people").statusCode()).isEqualTo(200);
    }

    @Test
    void notesItsUseAtMostOnceMinute() throws SQLException {
        Program program = made(Caller.signedIn("shekou.officer"), "READ");
        program.get("/api/v1/units");
        String first = lastUse();
        assertThat(Rows.one("select last_used_from as f from access_token").text("f"))
                .isEqualTo("127.0.0.1");
        program.get("/api/v1/units");
        assertThat(lastUse()).isEqualTo(first);
        Rows.change("update access_token set last_used_at = last_used_at - interval '61 seconds'");
        String earlier = lastUse();
        program.get("/api/v1/units");
        assertThat(lastUse()).isNotEqualTo(earlier);
    }

    private static String lastUse() throws SQLException {
        return Rows.one("select last_used_at as t from access_token").text("t");
    }

    @Test
    void livesOneYearAtMostAndNeedsName() {
        Caller officer = Caller.signedIn("shekou.officer");
        for (int days : new int[] {-1, 0, 366, 4000}) {
            HttpResponse<String> answer = officer.json("POST", MINE, wanted("READ", day(days)));
            assertThat(answer.statusCode()).as(days + " days").isEqualTo(400);
            assertThat(answer.body()).contains("\"field\":\"lastDay\"");
        }
        assertThat(officer.json("POST", MINE, wanted("READ", day(365))).statusCode())
                .isEqualTo(201);
        String nameless = "{\"name\":\" \",\"scope\":\"READ\",\"lastDay\":\"" + day(3) + "\"}";
        assertThat(officer.json("POST", MINE, nameless).statusCode()).isEqualTo(400);
        assertThat(officer.json("POST", MINE, wanted("ADMIN", day(3))).statusCode())
                .isEqualTo(400);
    }

    @Test
    void actsInNoRoleOfSomebodyElse() throws SQLException {
        Caller officer = Caller.signedIn("shekou.officer");
        long lent = Rows.number(
                "select assignment_id from substitution where substitute_id = ? and revoked_at is null limit 1",
                Caller.account("shekou.officer"));
        long foreign =
                Rows.number("select id from role_assignment where account_id = ?", Caller.account("gacc.officer"));
        for (long role : new long[] {lent, foreign, 1}) {
            String body =
                    "{\"name\":\"x\",\"scope\":\"READ\",\"lastDay\":\"" + day(3) + "\",\"assignmentId\":" + role + "}";
            HttpResponse<String> answer = officer.json("POST", MINE, body);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("\"field\":\"assignmentId\"");
        }
    }

    @Test
    void administratorRevokesTokensOfHisPeopleOnly() throws SQLException {
        Program program = made(Caller.signedIn("shekou.officer"), "READ");
        long token = Rows.number("select id from access_token");
        String path = "/api/v1/people/" + Caller.account("shekou.officer") + "/tokens";
        assertThat(Caller.signedIn("shenzhen.officer").get(path).statusCode()).isEqualTo(403);
        Caller admin = Caller.signedIn("shekou.admin");
        assertThat(admin.get(path).body()).contains("nightly").doesNotContain("aeo_", "hash");
        String ofOther = "/api/v1/people/" + Caller.account("shekou.coordinator") + "/tokens/" + token;
        assertThat(admin.send("DELETE", ofOther, null).statusCode()).isEqualTo(404);
        assertThat(program.get("/api/v1/units").statusCode()).isEqualTo(200);
        assertThat(admin.send("DELETE", path + "/" + token, null).statusCode()).isEqualTo(200);
        assertThat(program.get("/api/v1/units").statusCode()).isEqualTo(401);
    }

    @Test
    void hasBoundedNumber() throws SQLException {
        Caller officer = Caller.signedIn("shekou.officer");
        made(officer, "READ");
        Rows.change(
                "insert into access_token (account_id, org_path, assignment_id, name, scope, token_hash, expires_at)"
                        + " select account_id, org_path, assignment_id, name, scope, sha256(convert_to(n::text, 'UTF8')),"
                        + " expires_at from access_token, generate_series(2, 50) n");
        HttpResponse<String> answer = officer.json("POST", MINE, wanted("READ", day(3)));
        assertThat(answer.statusCode()).isEqualTo(409);
        Rows.change("update access_token set revoked_at = now() where id = (select max(id) from access_token)");
        made(officer, "READ");
    }

    @Test
    void describesTokensInOpenApi() {
        JsonObject api = JsonText.object(Caller.anonymous().get("/openapi").body());
        assertThat(api.getJsonObject("components")
                        .getJsonObject("securitySchemes")
                        .getJsonObject("token")
                        .getString("scheme"))
                .isEqualTo("bearer");
        JsonObject tokens = api.getJsonObject("paths").getJsonObject(MINE);
        Map<String, Boolean> takes = Map.of("get", true, "post", false);
        takes.forEach((method, expected) -> assertThat(tokens.getJsonObject(method)
                        .getJsonArray("security")
                        .toString()
                        .contains("token"))
                .isEqualTo(expected));
    }
}
