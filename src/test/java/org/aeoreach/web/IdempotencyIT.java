package org.aeoreach.web;

import static org.aeoreach.web.ProblemAssert.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RunAsClient
class IdempotencyIT implements ServerTest {
    private static final int PARALLEL = 20;

    private Caller administrator = Caller.anonymous();

    @BeforeEach
    void signIn() throws SQLException {
        Rows.change("delete from rate_counter");
        administrator = Caller.signedIn("system.admin");
    }

    private HttpResponse<String> open(String code, String key) throws SQLException {
        return administrator.json("POST", "/api/v1/units", house(code), "Idempotency-Key", key);
    }

    private static String house(String code) throws SQLException {
        return "{\"code\":\"" + code + "\",\"nameZh\":\"新关\",\"districtId\":" + Units.id("5300")
                + ",\"source\":\"sample\"}";
    }

    @Test
    void givesTheSameAnswerAgain() throws SQLException {
        String code = Units.freeCode();
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = open(code, key);
        HttpResponse<String> second = open(code, key);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        for (String header : List.of("Location", "ETag")) {
            assertThat(second.headers().firstValue(header))
                    .isEqualTo(first.headers().firstValue(header))
                    .isNotEmpty();
        }
        assertThat(Rows.number("select count(*) from unit where code = ?", code))
                .isOne();
    }

    @Test
    void refusesTheSameKeyForAnotherRequest() throws SQLException {
        String key = UUID.randomUUID().toString();
        assertThat(open(Units.freeCode(), key).statusCode()).isEqualTo(201);
        isProblem(open(Units.freeCode(), key), 422, "idempotency-key-reused");
    }

    @Test
    void keepsNoRefusal() throws SQLException {
        String key = UUID.randomUUID().toString();
        isProblem(open("99", key), 400, "validation");
        assertThat(open(Units.freeCode(), key).statusCode()).isEqualTo(201);
    }

    @Test
    void keysBelongToOnePerson() throws SQLException {
        String key = UUID.randomUUID().toString();
        assertThat(open(Units.freeCode(), key).statusCode()).isEqualTo(201);
        HttpResponse<String> other = Caller.signedIn("shenzhen.admin")
                .json("POST", "/api/v1/units", house(Units.freeCode()), "Idempotency-Key", key);
        assertThat(other.statusCode()).as(other.body()).isEqualTo(201);
    }

    @Test
    void refusesKeysThatAreNone() throws SQLException {
        isProblem(open(Units.freeCode(), "a b"), 400, "validation");
        isProblem(open(Units.freeCode(), "x".repeat(129)), 400, "validation");
    }

    @Test
    void parallelCallsWithOneKeyHaveOneEffect() throws SQLException {
        String code = Units.freeCode();
        String key = UUID.randomUUID().toString();
        String body = house(code);
        ExecutorService threads = Executors.newFixedThreadPool(PARALLEL);
        try {
            List<HttpResponse<String>> answers = IntStream.range(0, PARALLEL)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> administrator.json("POST", "/api/v1/units", body, "Idempotency-Key", key), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
            assertThat(answers)
                    .extracting(HttpResponse::body)
                    .containsOnly(answers.get(0).body());
        } finally {
            threads.shutdown();
        }
        assertThat(Rows.number("select count(*) from unit where code = ?", code))
                .isOne();
        assertThat(Rows.number(
                        "select count(*) from audit_entry where action = 'organization.open-unit'"
                                + " and record_id = (select id::text from unit where code = ?)",
                        code))
                .isOne();
    }
}
