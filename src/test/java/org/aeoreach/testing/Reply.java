package org.aeoreach.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;

/** A JSON answer, read. */
public record Reply(int status, JsonObject body, String etag) {

    public static Reply of(HttpResponse<String> answer) {
        JsonObject body = answer.body().isEmpty()
                ? JsonObject.EMPTY_JSON_OBJECT
                : Json.createReader(new StringReader(answer.body())).readObject();
        return new Reply(
                answer.statusCode(), body, answer.headers().firstValue("ETag").orElse(""));
    }

    public long id() {
        return body.getJsonNumber("id").longValue();
    }

    public String field(int error) {
        return body.getJsonArray("errors").getJsonObject(error).getString("field");
    }
}
