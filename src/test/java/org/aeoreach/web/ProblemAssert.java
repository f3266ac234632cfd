package org.aeoreach.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import org.aeoreach.testing.JsonText;

/** What every problem the API answers with must be (RFC 9457), and must not give away. */
final class ProblemAssert {
    private static final String INSIDE =
            "(?s).*(org\\.aeoreach|jakarta\\.|org\\.glassfish|org\\.postgresql|Exception|[Pp]ayara|\\bat [a-z]+\\.|SQLState).*";

    private ProblemAssert() {}

    static JsonObject isProblem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).doesNotMatch(INSIDE);
        JsonObject problem = JsonText.object(answer.body());
        assertThat(problem.getString("type")).isEqualTo("/problems/" + slug);
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank().doesNotContain("{0}", "[");
        String id = answer.headers().firstValue("X-Request-Id").orElse("none");
        assertThat(problem.getString("instance")).isEqualTo("urn:request:" + id);
        return problem;
    }

    static void givesNothingAway(String body) {
        assertThat(body).doesNotMatch(INSIDE);
    }
}
