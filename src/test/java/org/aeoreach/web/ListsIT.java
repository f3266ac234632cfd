package org.aeoreach.web;

import static org.aeoreach.web.ProblemAssert.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.JsonText;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RunAsClient
class ListsIT implements ServerTest {
    private Caller officer = Caller.anonymous();

    @BeforeEach
    void signIn() throws SQLException {
        Rows.change("delete from rate_counter");
        officer = Caller.signedIn("gacc.officer");
    }

    @Test
    void walkOfAllUnitsMeetsEachOnce() throws SQLException {
        List<Long> seen = new ArrayList<>();
        String next = "";
        do {
            JsonObject slice = slice("/api/v1/units?limit=7&closed=true" + (next.isEmpty() ? "" : "&after=" + next));
            List<JsonObject> items = slice.getJsonArray("items").getValuesAs(JsonObject.class);
            assertThat(items).hasSizeBetween(1, 7);
            items.forEach(item -> seen.add(item.getJsonNumber("id").longValue()));
            next = slice.getString("next", "");
        } while (!next.isEmpty());
        assertThat(seen).doesNotHaveDuplicates().hasSize((int) Rows.number("select count(*) from unit"));
    }

    private JsonObject slice(String path) throws SQLException {
        Rows.change("delete from rate_counter");
        HttpResponse<String> answer = officer.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonText.object(answer.body());
    }

    @Test
    void giveFiftyUnlessAskedForOtherwise() throws SQLException {
        assertThat(slice("/api/v1/units").getJsonArray("items")).hasSize(50);
        assertThat(slice("/api/v1/units?limit=200").getJsonArray("items")).hasSize(200);
        assertThat(slice("/api/v1/units?limit=1").getJsonArray("items")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "201", "1000000000000", "x", "", "1.5", "%20"})
    void refuseLimitsOutOfBounds(String limit) {
        for (String path : List.of("/api/v1/units", "/api/v1/people", "/api/v1/substitutions")) {
            isProblem(officer.get(path + "?limit=" + limit), 400, "validation");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "***", "eA", "JyBvciAxPTE"})
    void refuseOrIgnoreForgedCursors(String cursor) {
        String after = java.net.URLEncoder.encode(cursor, java.nio.charset.StandardCharsets.UTF_8);
        for (String path : List.of("/api/v1/units", "/api/v1/people", "/api/v1/substitutions")) {
            assertThat(officer.get(path + "?after=" + after).statusCode()).isIn(200, 400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%%", "_", "__", "\\", "' or 1=1 --", "💥", "%00"})
    void searchTakesTextAsItStands(String text) {
        String q = java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
        for (String path : List.of("/api/v1/units", "/api/v1/people")) {
            HttpResponse<String> answer = officer.get(path + "?q=" + q);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(JsonText.object(answer.body()).getJsonArray("items")).isEmpty();
        }
    }

    @Test
    void charactersTheDatabaseCannotHoldAreTheCallersFault() {
        isProblem(officer.get("/api/v1/units?q=%00"), 400, "malformed-request");
        isProblem(officer.get("/api/v1/units?after=AA"), 400, "malformed-request");
    }

    @Test
    void wrongParametersAreTheCallersFault() {
        for (String query : List.of("kind=NONSENSE", "parent=x", "parent=99999999999999999999", "closed=x")) {
            assertThat(officer.get("/api/v1/units?" + query).statusCode())
                    .as(query)
                    .isLessThan(500);
        }
    }
}
